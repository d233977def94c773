"""One trie node: its decoded form, its encoding, and its reference in the parent.

Substrate's encoding (sp-trie): a header byte whose high bits are the kind and whose low bits start
the number of nibbles; the partial key, two nibbles per byte, an odd first one alone; for a branch a
bitmap of its children; the value; the children. A child with an encoding shorter than 32 bytes is
stored inline in its parent, any other by its blake2-256 hash. Layout V1 also replaces a value
longer than 32 bytes by its hash; layout V0 never does.

Paths are strings of hex digits, one per nibble: slicing and comparing them is then C code.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final, cast

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read

HASH_BYTES: Final = 32
MAX_INLINE_VALUE: Final = 32
"""Layout V1: longer values are nodes of their own."""

NIBBLES: Final = "0123456789abcdef"

_LEAF: Final = (0b01 << 6, 63)
_BRANCH: Final = (0b10 << 6, 63)
_BRANCH_WITH_VALUE: Final = (0b11 << 6, 63)
_LEAF_HASHED_VALUE: Final = (0b001 << 5, 31)
_BRANCH_HASHED_VALUE: Final = (0b0001 << 4, 15)
"""The prefix bits of each kind, and the largest number that the remaining bits hold."""


def _kind(first: int) -> tuple[int, int] | None:
    for kind in (_LEAF, _BRANCH, _BRANCH_WITH_VALUE, _LEAF_HASHED_VALUE, _BRANCH_HASHED_VALUE):
        prefix, most = kind
        if first & ~most == prefix:
            return kind
    return None


_KINDS: Final = tuple(_kind(first) for first in range(256))
_LENGTHS: Final = tuple(compact_encode(size) for size in range(HASH_BYTES + 1))
EMPTY_NODE: Final = b"\x00"
"""The encoding of a trie without items."""


def hash_of(data: bytes) -> bytes:
    """blake2-256, called directly: a block hashes hundreds of nodes."""
    return blake2b(data, digest_size=HASH_BYTES).digest()


EMPTY_ROOT: Final = hash_of(EMPTY_NODE)

Children = list["bytes | TrieNode | None"]
"""Sixteen places: None, a reference (a 32-byte hash, or a shorter encoding), or a node under
construction, whose reference is not known yet.
"""

NO_CHILDREN: Final[Children] = []


class TrieNode:
    """A decoded node. Cached nodes are shared: copy before changing one.

    `value` is the value itself or, with `hashed`, its hash. A leaf has no `children` (an empty
    list), a branch has sixteen places.
    """

    __slots__ = ("children", "hashed", "partial", "value")

    def __init__(
        self,
        partial: str,
        value: bytes | None,
        hashed: bool = False,
        children: Children = NO_CHILDREN,
    ) -> None:
        self.partial = partial
        self.value = value
        self.hashed = hashed
        self.children = children

    def copy(self) -> TrieNode:
        return TrieNode(self.partial, self.value, self.hashed, self.children.copy())


def encode(node: TrieNode) -> bytes:
    """The encoding of a node all of whose children are references."""
    if not node.children:
        kind = _LEAF_HASHED_VALUE if node.hashed else _LEAF
        return _head(kind, node.partial) + _value(node)
    bitmap, bit, parts = 0, 1, []
    for reference in cast("list[bytes | None]", node.children):
        if reference is not None:
            bitmap |= bit
            parts.append(_LENGTHS[len(reference)])
            parts.append(reference)
        bit <<= 1
    if node.value is None:
        kind = _BRANCH
    else:
        kind = _BRANCH_HASHED_VALUE if node.hashed else _BRANCH_WITH_VALUE
    head = _head(kind, node.partial) + bitmap.to_bytes(2, "little")
    return head + _value(node) + b"".join(parts)


def _head(kind: tuple[int, int], partial: str) -> bytes:
    prefix, most = kind
    size = len(partial)
    path = bytes.fromhex(partial if size % 2 == 0 else "0" + partial)
    if size < most:
        return bytes((prefix | size,)) + path
    full, rest = divmod(size - most, 255)
    return bytes((prefix | most, *(255,) * full, rest)) + path


def _value(node: TrieNode) -> bytes:
    if node.value is None:
        return b""
    return node.value if node.hashed else compact_encode(len(node.value)) + node.value


def decode(data: bytes) -> TrieNode:
    """Decode a node; raises `DecodeError` if the bytes are none."""
    try:
        return _decode(data)
    except IndexError:
        raise DecodeError("the trie node is cut off", offset=len(data)) from None


def _decode(data: bytes) -> TrieNode:
    kind = _KINDS[data[0]]
    if kind is None:
        raise DecodeError(f"{data[0]:#04x} does not start a trie node", offset=0)
    prefix, most = kind
    size = data[0] & most
    offset = 1
    if size == most:
        more = 255
        while more == 255:
            more = data[offset]
            size += more
            offset += 1
    partial, offset = _read_path(data, offset, size)
    if prefix in (_LEAF[0], _LEAF_HASHED_VALUE[0]):
        hashed = prefix == _LEAF_HASHED_VALUE[0]
        value, offset = _read_value(data, offset, hashed)
        return TrieNode(partial, value, hashed)
    bitmap = data[offset] | data[offset + 1] << 8
    offset += 2
    hashed = prefix == _BRANCH_HASHED_VALUE[0]
    branch_value: bytes | None = None
    if prefix != _BRANCH[0]:
        branch_value, offset = _read_value(data, offset, hashed)
    return TrieNode(partial, branch_value, hashed, _read_children(data, offset, bitmap))


def _read_path(data: bytes, offset: int, size: int) -> tuple[str, int]:
    end = offset + (size + 1) // 2
    if end > len(data):
        raise IndexError
    digits = data[offset:end].hex()
    return digits[size % 2 :], end


def _read_value(data: bytes, offset: int, hashed: bool) -> tuple[bytes, int]:
    length = HASH_BYTES
    if not hashed:
        length, offset = compact_read(data, offset)
    end = offset + length
    if end > len(data):
        raise IndexError
    return data[offset:end], end


def _read_children(data: bytes, offset: int, bitmap: int) -> Children:
    children: Children = [None] * 16
    for index in range(16):
        if bitmap >> index & 1:
            length = data[offset] >> 2
            offset += 1
            children[index] = data[offset : offset + length]
            offset += length
    return children
