"""Storage items: conversion between their keys and raw storage keys.

A raw key is twox128(pallet prefix) ‖ twox128(item), then for each key of a map its hash, behind
which most hashers keep the encoded key itself. A prefix of a map's keys (fewer keys than hashers)
selects its entries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from btsdk.errors import AddressError, DecodeError, EncodeError, UsageError
from btsdk.frozen import Frozen
from btsdk.keys import hashing, ss58
from btsdk.metadata.pages import PageReader
from btsdk.scale.registry import Codec, Registry
from btsdk.scale.rows import Column
from btsdk.scale.types import Tuple


class Hasher(NamedTuple):
    """`digest` bytes come before the key; `keeps` says whether the key itself follows them."""

    function: Callable[[bytes], bytes]
    digest: int
    keeps: bool


HASHERS = {
    "Blake2_128": Hasher(hashing.blake2_128, 16, False),
    "Blake2_256": Hasher(hashing.blake2_256, 32, False),
    "Blake2_128Concat": Hasher(hashing.blake2_128_concat, 16, True),
    "Twox128": Hasher(hashing.twox_128, 16, False),
    "Twox256": Hasher(hashing.twox_256, 32, False),
    "Twox64Concat": Hasher(hashing.twox_64_concat, 8, True),
    "Identity": Hasher(hashing.identity, 0, True),
}
"""By the names that metadata gives them."""


_BYTES_OF_AN_ACCOUNT = "Pass an account as 32 bytes: btsdk.keys.ss58.decode(address)."


class StorageMetadata(Frozen, hidden=("registry",), uncompared=("registry",)):
    """One storage item. A plain value has no hashers and no key type.

    `key_type` is the type of the key; with several hashers a tuple of as many. `default` is the
    encoded value that a missing item reads as; where `optional`, a missing item reads as None.
    """

    registry: Registry
    name: str
    pallet_prefix: str
    value: int
    default: bytes
    optional: bool
    hashers: tuple[str, ...] = ()
    key_type: int | None = None
    docs: tuple[str, ...] = ()

    @cached_property
    def prefix(self) -> bytes:
        """The 32 bytes that every key of the item starts with."""
        return hashing.twox_128(self.pallet_prefix.encode()) + hashing.twox_128(self.name.encode())

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The types of the keys, one for each hasher."""
        if self.key_type is None:
            return ()
        if len(self.hashers) == 1:
            return (self.key_type,)
        definition = self.registry.type(self.key_type).definition
        if not isinstance(definition, Tuple) or len(definition.types) != len(self.hashers):
            raise DecodeError(f"{self._label} has not one key for each of its hashers")
        return definition.types

    def key(self, *keys: Any) -> bytes:
        """The raw key under these keys; with fewer keys the prefix of all that match."""
        if len(keys) > len(self.hashers):
            raise UsageError(f"{self._label} has {len(self.hashers)} keys, not {len(keys)}")
        raw = self.prefix
        for value, codec, hasher in zip(keys, self._key_codecs, self._hashers, strict=False):
            raw += hasher.function(self._encoded(codec, value))
        return raw

    def _encoded(self, codec: Codec, value: Any) -> bytes:
        try:
            return codec.encode(value)
        except EncodeError as error:
            hint = _BYTES_OF_AN_ACCOUNT if _is_address(value) else error.hint
            raise EncodeError(str(error), path=self._label, hint=hint) from error

    def decode_key(self, raw: bytes) -> tuple[Any, ...]:
        """The keys in a raw key; raises `DecodeError` if a hasher does not keep its key."""
        if raw[:32] != self.prefix:
            raise DecodeError(f"{raw[:32].hex()} is not the prefix of {self._label}")
        offset, keys = 32, []
        for codec, hasher in zip(self._key_codecs, self._hashers, strict=True):
            if not hasher.keeps:
                raise DecodeError(f"a hasher of {self._label} does not keep the key")
            value, offset = codec.read(raw, offset + hasher.digest)
            keys.append(value)
        if offset != len(raw):
            raise DecodeError(f"{len(raw) - offset} bytes are left after the keys", offset=offset)
        return tuple(keys)

    def decode_page(
        self, keys: Sequence[str], values: Sequence[str | None]
    ) -> list[tuple[tuple[Any, ...], Any]] | None:
        """Pairs of keys and value, as `decode_key` and `decode` return them, for raw keys and
        values in hex with `0x`; None if the page has to be decoded entry by entry."""
        return None if self._page_reader is None else self._page_reader.read(keys, values)

    def decode(self, raw: bytes | None) -> Any:
        """The value in storage; a missing one (None) reads as None or as the default.

        Raises `DecodeError`, which names the item, for bytes that are not just a value of its type.
        """
        if raw is None:
            return None if self.optional else self._codec.decode(self.default)
        try:
            return self._codec.decode(raw)
        except DecodeError as error:
            raise DecodeError(f"the value of {self._label} is not of its type: {error}") from error

    def as_the_chain_reads(self, raw: bytes | None) -> Any:
        """As `decode`, by the rules of a runtime: trailing bytes are ignored, and an undecodable
        value reads as missing."""
        try:
            return self.decode(None) if raw is None else self._codec.prefix(raw)
        except DecodeError:
            return self.decode(None)

    def encode(self, value: Any) -> bytes:
        """The bytes of a value in storage."""
        return self._codec.encode(value)

    @property
    def _label(self) -> str:
        return f"{self.pallet_prefix}.{self.name}"

    @cached_property
    def _codec(self) -> Codec:
        return self.registry.codec(self.value)

    @cached_property
    def _key_codecs(self) -> tuple[Codec, ...]:
        return tuple(self.registry.codec(type_id) for type_id in self.keys)

    @cached_property
    def _page_reader(self) -> PageReader | None:
        if not self.hashers or not all(hasher.keeps for hasher in self._hashers):
            return None
        pairs = zip(self._hashers, self.keys, strict=True)
        columns = [Column(hasher.digest, type_id) for hasher, type_id in pairs]
        key_rows = self.registry.rows_of_columns(columns)
        if key_rows is None:
            return None
        return PageReader(self.prefix, key_rows, self.registry.rows(self.value), self._codec)

    @cached_property
    def _hashers(self) -> tuple[Hasher, ...]:
        return tuple(HASHERS[name] for name in self.hashers)


def _is_address(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(ss58.decode(value))
    except AddressError:
        return False
