"""Blocks in Substrate's encoding: header, digest, body, and the hash of a header.

An extrinsic is its whole encoding, length prefix included, so a body is a compact count followed by
the extrinsics as they are. The hash of a block is blake2-256 of its encoded header with the seal;
the runtime sees the header without the seal (`Header.unsealed`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.frozen import Frozen, replace
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode, compact_read

HASH_BYTES: Final = 32
ZERO_HASH: Final = bytes(HASH_BYTES)
ENGINE_BYTES: Final = 4
SLOT_BYTES: Final = 8
AURA: Final = b"aura"
_U32_MAX: Final = 2**32 - 1

OTHER: Final = 0
CONSENSUS: Final = 4
SEAL: Final = 5
PRE_RUNTIME: Final = 6
ENVIRONMENT_UPDATED: Final = 8

_WITH_ENGINE: Final = frozenset({CONSENSUS, SEAL, PRE_RUNTIME})


class BlockRef(NamedTuple):
    """The hash and number of a block."""

    hash: bytes
    number: int

    def __str__(self) -> str:
        return f"#{self.number} (0x{self.hash[:4].hex()}…)"


class DigestItem(NamedTuple):
    """One log of a header's digest: its variant (`SEAL`, `PRE_RUNTIME` …), engine id if any, and
    payload."""

    kind: int
    engine: bytes = b""
    data: bytes = b""

    def encode(self) -> bytes:
        if self.kind == ENVIRONMENT_UPDATED:
            return bytes((self.kind,))
        return bytes((self.kind,)) + self.engine + compact_encode(len(self.data)) + self.data

    @classmethod
    def read(cls, data: bytes, offset: int) -> tuple[DigestItem, int]:
        if offset >= len(data):
            raise DecodeError("a digest item is missing", offset=offset)
        kind = data[offset]
        offset += 1
        if kind == ENVIRONMENT_UPDATED:
            return cls(kind), offset
        if kind != OTHER and kind not in _WITH_ENGINE:
            raise DecodeError(f"{kind} is not a kind of digest item", offset=offset - 1)
        engine = b""
        if kind in _WITH_ENGINE:
            engine, offset = _take(data, offset, ENGINE_BYTES)
        payload, offset = _read_bytes(data, offset)
        return cls(kind, engine, payload), offset


class Header(Frozen):
    """A block header; `number` is a u32 that its encoding writes as a compact."""

    parent_hash: bytes
    number: int
    state_root: bytes
    extrinsics_root: bytes
    digest: tuple[DigestItem, ...] = ()

    def encode(self) -> bytes:
        return b"".join(
            (
                self.parent_hash,
                compact_encode(self.number),
                self.state_root,
                self.extrinsics_root,
                compact_encode(len(self.digest)),
                *(item.encode() for item in self.digest),
            )
        )

    @cached_property
    def hash(self) -> bytes:
        return blake2_256(self.encode())

    @property
    def ref(self) -> BlockRef:
        return BlockRef(self.hash, self.number)

    @property
    def slot(self) -> int | None:
        """The Aura slot in the pre-runtime digest, if there is one."""
        for item in self.digest:
            if item.kind == PRE_RUNTIME and item.engine == AURA and len(item.data) == SLOT_BYTES:
                return int.from_bytes(item.data, "little")
        return None

    @property
    def seal(self) -> DigestItem | None:
        last = self.digest[-1] if self.digest else None
        return last if last is not None and last.kind == SEAL else None

    def unsealed(self) -> Header:
        return self if self.seal is None else replace(self, digest=self.digest[:-1])

    def sealed(self, seal: DigestItem) -> Header:
        return replace(self, digest=(*self.digest, seal))

    @classmethod
    def read(cls, data: bytes, offset: int = 0) -> tuple[Header, int]:
        parent, offset = _take(data, offset, HASH_BYTES)
        number, offset = compact_read(data, offset, _U32_MAX)
        state_root, offset = _take(data, offset, HASH_BYTES)
        extrinsics_root, offset = _take(data, offset, HASH_BYTES)
        count, offset = compact_read(data, offset)
        items = []
        for _ in range(count):
            item, offset = DigestItem.read(data, offset)
            items.append(item)
        return cls(parent, number, state_root, extrinsics_root, tuple(items)), offset

    @classmethod
    def decode(cls, data: bytes) -> Header:
        header, offset = cls.read(data)
        _expect_end(data, offset)
        return header


class Block(NamedTuple):
    """A header with its extrinsics, each with its length prefix."""

    header: Header
    extrinsics: tuple[bytes, ...]

    @property
    def hash(self) -> bytes:
        return self.header.hash

    @property
    def number(self) -> int:
        return self.header.number

    @property
    def ref(self) -> BlockRef:
        return self.header.ref

    def encode(self) -> bytes:
        return self.header.encode() + encode_body(self.extrinsics)

    @classmethod
    def decode(cls, data: bytes) -> Block:
        header, offset = Header.read(data)
        extrinsics, offset = _read_body(data, offset)
        _expect_end(data, offset)
        return cls(header, extrinsics)


def encode_body(extrinsics: Sequence[bytes]) -> bytes:
    """`Vec<Extrinsic>` of extrinsics that carry their own length prefix."""
    return compact_encode(len(extrinsics)) + b"".join(extrinsics)


def decode_body(data: bytes) -> tuple[bytes, ...]:
    """The extrinsics of an encoded `Vec<Extrinsic>`, each with its length prefix."""
    extrinsics, offset = _read_body(data, 0)
    _expect_end(data, offset)
    return extrinsics


def _read_body(data: bytes, offset: int) -> tuple[tuple[bytes, ...], int]:
    count, offset = compact_read(data, offset)
    extrinsics = []
    for _ in range(count):
        length, start = compact_read(data, offset)
        end = start + length
        if end > len(data):
            raise DecodeError("the extrinsic is cut off", offset=offset)
        extrinsics.append(data[offset:end])
        offset = end
    return tuple(extrinsics), offset


def _take(data: bytes, offset: int, size: int) -> tuple[bytes, int]:
    end = offset + size
    if end > len(data):
        raise DecodeError(f"{size} bytes are missing", offset=offset)
    return data[offset:end], end


def _read_bytes(data: bytes, offset: int) -> tuple[bytes, int]:
    length, offset = compact_read(data, offset)
    return _take(data, offset, length)


def _expect_end(data: bytes, offset: int) -> None:
    if offset != len(data):
        raise DecodeError(f"{len(data) - offset} bytes too many", offset=offset)
