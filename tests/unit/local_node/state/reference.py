"""The trie again, from scratch and from the specification, to judge ours by; no code is shared.

Roots are computed recursively from the whole content; proofs are checked by hashing what they hold
and reading the nodes as nibble lists. Slow and plain on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b


def blake2(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def compact(number: int) -> bytes:
    if number < 64:
        return bytes([number * 4])
    if number < 16384:
        return (number * 4 + 1).to_bytes(2, "little")
    return (number * 4 + 2).to_bytes(4, "little")


def nibbles_of(key: bytes) -> tuple[int, ...]:
    return tuple(half for byte in key for half in (byte // 16, byte % 16))


def root(content: Mapping[bytes, bytes], *, version: int = 1) -> bytes:
    if not content:
        return blake2(b"\x00")
    pairs = {nibbles_of(key): value for key, value in content.items()}
    return blake2(_encode(pairs, version))


def ordered(items: Iterable[bytes]) -> bytes:
    return root({compact(index): item for index, item in enumerate(items)}, version=0)


def _encode(pairs: dict[tuple[int, ...], bytes], version: int) -> bytes:
    """The node for these suffixes and values."""
    partial = _shared(list(pairs))
    rest = {key[len(partial) :]: value for key, value in pairs.items()}
    value = rest.pop((), None)
    is_hashed = version == 1 and value is not None and len(value) > 32
    if not rest:
        kind, bits = (0b00100000, 5) if is_hashed else (0b01000000, 6)
    elif value is None:
        kind, bits = 0b10000000, 6
    else:
        kind, bits = (0b00010000, 4) if is_hashed else (0b11000000, 6)
    out = _header(kind, bits, len(partial)) + _packed(partial)
    if rest:
        present = {key[0] for key in rest}
        out += sum(1 << nibble for nibble in present).to_bytes(2, "little")
    if value is not None:
        out += blake2(value) if is_hashed else compact(len(value)) + value
    for nibble in range(16):
        below = {key[1:]: value for key, value in rest.items() if key[0] == nibble}
        if below:
            child = _encode(below, version)
            child = child if len(child) < 32 else blake2(child)
            out += compact(len(child)) + child
    return out


def _shared(keys: list[tuple[int, ...]]) -> tuple[int, ...]:
    shared = []
    for column in zip(*keys, strict=False):
        if len(set(column)) > 1:
            break
        shared.append(column[0])
    return tuple(shared)


def _header(kind: int, bits: int, length: int) -> bytes:
    most = (1 << bits) - 1
    if length < most:
        return bytes([kind + length])
    out = [kind + most]
    length -= most
    while length >= 255:
        out.append(255)
        length -= 255
    return bytes([*out, length])


def _packed(nibbles: tuple[int, ...]) -> bytes:
    if len(nibbles) % 2:
        nibbles = (0, *nibbles)
    return bytes(16 * nibbles[at] + nibbles[at + 1] for at in range(0, len(nibbles), 2))


class BadProof(Exception):
    """The proof does not show what the key holds."""


def prove(root_hash: bytes, proof: Iterable[bytes], key: bytes) -> bytes | None:
    """What `key` holds under `root_hash`, as the proof alone shows; None: it shows absence."""
    known = {blake2(data): data for data in proof}
    if root_hash == blake2(b"\x00"):
        return None
    return _follow(_open(root_hash, known), nibbles_of(key), known)


def _open(reference: bytes, known: Mapping[bytes, bytes]) -> bytes:
    if len(reference) < 32:
        return reference
    if reference not in known:
        raise BadProof(reference.hex())
    return known[reference]


def _kind(first: int) -> tuple[int, bool, str]:
    """How many bits of the header count nibbles; is it a branch; how does it hold a value?"""
    for kind, bits, is_branch, holds in (
        (0b01000000, 6, False, "inline"),
        (0b10000000, 6, True, ""),
        (0b11000000, 6, True, "inline"),
        (0b00100000, 5, False, "hash"),
        (0b00010000, 4, True, "hash"),
    ):
        if first >> bits == kind >> bits:
            return bits, is_branch, holds
    raise BadProof(f"header {first:#x}")


def _follow(data: bytes, key: tuple[int, ...], known: Mapping[bytes, bytes]) -> bytes | None:
    bits, is_branch, holds = _kind(data[0])
    first = data[0]
    at, length = 1, first % (1 << bits)
    if length == (1 << bits) - 1:
        while data[at] == 255:
            length, at = length + 255, at + 1
        length, at = length + data[at], at + 1
    packed = data[at : at + (length + 1) // 2]
    at += len(packed)
    partial = nibbles_of(packed)[length % 2 :]
    bitmap = 0
    if is_branch:
        bitmap, at = data[at] + 256 * data[at + 1], at + 2
    value: bytes | None = None
    if holds == "hash":
        value, at = data[at : at + 32], at + 32
    elif holds == "inline":
        size, at = _uncompact(data, at)
        value, at = data[at : at + size], at + size
    if key[: len(partial)] != partial:
        return None
    key = key[len(partial) :]
    if not key:
        return _open(value, known) if holds == "hash" and value is not None else value
    for nibble in range(16):
        if bitmap & (1 << nibble):
            size, at = _uncompact(data, at)
            if nibble == key[0]:
                return _follow(_open(data[at : at + size], known), key[1:], known)
            at += size
    return None


def _uncompact(data: bytes, at: int) -> tuple[int, int]:
    mode = data[at] % 4
    size = (1, 2, 4)[mode]
    return int.from_bytes(data[at : at + size], "little") >> 2, at + size
