"""The chain's interface, compiled for storage access: keys, values and events.

It is made once per interface and shared by all runtime calls. Keys, values and events use the
codecs of the interface's own registry, so the stored data always agrees with the metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from btsdk.errors import DecodeError
from btsdk.keys import hashing
from chain_spec.types.expression import field_name
from local_node.runtime.frame.bounds import Bounds
from local_node.runtime.frame.derived import Derived

if TYPE_CHECKING:
    from chain_spec.declare import Constant, Error, Event, StorageItem
    from chain_spec.runtime import Interface

KEY_CACHE = 4096
"""The number of hashed keys cached per item; hashes never change, so entries never expire."""

_HASHERS: dict[str, tuple[Callable[[bytes], bytes], int | None]] = {
    "Blake2_128": (hashing.blake2_128, None),
    "Blake2_256": (hashing.blake2_256, None),
    "Blake2_128Concat": (hashing.blake2_128_concat, 16),
    "Twox128": (hashing.twox_128, None),
    "Twox256": (hashing.twox_256, None),
    "Twox64Concat": (hashing.twox_64_concat, 8),
    "Identity": (hashing.identity, 0),
}
"""The hashers, and the length of the hash before the plain key (None: the key is not kept)."""

_IMMUTABLE = (int, str, bytes, bool, type(None))


class StorageView:
    """The codec of one storage item: raw keys, and SCALE values.

    `decode` reads a value at the start of the bytes and ignores the rest. It raises `DecodeError`
    if there is none; a reader then reports `corrupt` state and treats the item as absent, as
    `frame_support::storage::unhashed` does.
    """

    __slots__ = (
        "_cache",
        "_default",
        "_fixed_default",
        "_hashes",
        "_key_codecs",
        "_skips",
        "counter",
        "decode",
        "derived",
        "encode",
        "item",
        "prefix",
    )

    def __init__(self, item: StorageItem[Any], interface: Interface, bounds: Bounds) -> None:
        value = interface.codec(item.value)
        self.item = item
        self.prefix = item.prefix
        self.encode = value.encode
        self.decode = _decoder(value.prefix, bounds.check_of(item.value))
        self.counter: StorageView | None = None
        self.derived = Derived()
        self._key_codecs = tuple(interface.codec(key.type) for key in item.keys)
        self._hashes = tuple(_HASHERS[key.hasher][0] for key in item.keys)
        self._skips = tuple(_HASHERS[key.hasher][1] for key in item.keys)
        missing = item.default(interface.profile, interface.features)
        self._default = b"" if item.optional else value.encode(missing)
        self._cache: dict[Any, bytes] = {}
        default = None if item.optional else self.decode(self._default)
        self._fixed_default = default if isinstance(default, _IMMUTABLE) else Ellipsis

    def read(self, raw: bytes | None) -> Any:
        """The value stored as `raw`; bytes that cannot be decoded read as absent."""
        if raw is None:
            return self.absent()
        try:
            return self.decode(raw)
        except DecodeError as error:
            self.corrupt(self.prefix, error)
            return self.absent()

    def corrupt(self, raw_key: bytes, error: DecodeError) -> None:
        """Report that the value under a raw key cannot be decoded."""
        _report(f"{self.item.full_name} at 0x{raw_key.hex()}: {error}")

    def absent(self) -> Any:
        """The value of a missing item; a fresh object each time, so that it is never shared."""
        if self._fixed_default is Ellipsis:
            return self.decode(self._default)
        return self._fixed_default

    def key(self, key: Any) -> bytes:
        """The raw key of a whole key: a bare value if the item has one key, a tuple if it has
        several.
        """
        try:
            return self._cache[key]
        except KeyError:
            raw = self._raw(key)
            if len(self._cache) >= KEY_CACHE:
                self._cache.clear()
            self._cache[key] = raw
            return raw
        except TypeError:  # an unhashable key: a list or a dict
            return self._raw(key)

    def _raw(self, key: Any) -> bytes:
        if not self._hashes:
            return self.prefix
        return self.partial(key if len(self._hashes) > 1 else (key,))

    def partial(self, keys: Sequence[Any]) -> bytes:
        """The raw prefix under the first of the item's keys."""
        if len(keys) > len(self._hashes):
            raise TypeError(f"{self.item.full_name} has {len(self._hashes)} keys, got {len(keys)}")
        parts = [self.prefix]
        for key, codec, hasher in zip(keys, self._key_codecs, self._hashes, strict=False):
            parts.append(hasher(codec.encode(key)))
        return b"".join(parts)

    def rest(self, raw: bytes, offset: int, first: int) -> Any:
        """The keys from index `first`, read from `raw` at `offset`; a single one is bare."""
        keys = []
        for codec, skip in zip(self._key_codecs[first:], self._skips[first:], strict=True):
            if skip is None:
                raise TypeError(f"{self.item.full_name}: its hasher does not keep the key")
            if offset + skip > len(raw):
                raise DecodeError("the hash in front of a key is cut off", offset=offset)
            key, offset = codec.read(raw, offset + skip)
            keys.append(key)
        return keys[0] if len(keys) == 1 else tuple(keys)


def _decoder(
    prefix: Callable[[bytes], Any], check: Callable[[Any], None] | None
) -> Callable[[bytes], Any]:
    """The decoder of a value; as in Rust, a value that exceeds a bound does not decode."""
    if check is None:
        return prefix

    def decode(raw: bytes) -> Any:
        value = prefix(raw)
        check(value)
        return value

    return decode


@lru_cache(maxsize=1024)
def _report(what: str) -> None:
    """Log corrupt state once, as thousands of reads may find it."""
    import logging  # noqa: PLC0415 - slow to load, for a rare case

    logging.getLogger(__name__).error("Corrupted state: %s; it reads as absent", what)


class EventView:
    """The codec of one event: its two index bytes and its fields."""

    __slots__ = ("_head", "_label", "_names", "_writes")

    def __init__(self, event: Event, interface: Interface) -> None:
        self._label = event.full_name
        self._head = bytes((event.pallet_index, event.index))
        self._names = tuple(field.name for field in event.fields)
        self._writes = tuple(interface.codec(field.type).write for field in event.fields)

    def encode(self, values: tuple[Any, ...], fields: dict[str, Any]) -> bytes:
        """The SCALE of the outer event; values are positional, and the last ones may be named."""
        if fields:
            named = {field_name(name): value for name, value in fields.items()}
            rest = self._names[len(values) :]
            if set(rest) != set(named):
                raise TypeError(f"{self._label} has the fields {self._names}, got {sorted(named)}")
            values = (*values, *(named[name] for name in rest if name is not None))
        if len(values) != len(self._writes):
            raise TypeError(f"{self._label} has {len(self._writes)} fields, got {len(values)}")
        encoded = bytearray(self._head)
        for write, value in zip(self._writes, values):  # noqa: B905 - of equal length
            write(value, encoded)
        return bytes(encoded)


class _Made(dict[Any, Any]):
    """A cache of `make` for each key. Items compare by identity and live as long as the schema."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        made = self[key] = self._make(key)
        return made


def _each(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`make` with a cache, so that a repeated lookup costs one dictionary access."""
    return _Made(make).__getitem__


class Schema:
    """Every item of an interface, compiled at first use."""

    def __init__(self, interface: Interface) -> None:
        self.interface = interface
        self.bounds = Bounds(interface)
        self.storage: Callable[[StorageItem[Any]], StorageView] = _each(self._storage_view)
        """The view of a declared storage item."""
        self.event: Callable[[Event], EventView] = _each(lambda item: EventView(item, interface))
        """The view of a declared event."""
        self.constant: Callable[[Constant[Any]], Any] = _each(lambda item: item.of(interface))
        """The value of a declared constant, in this interface."""

    def _storage_view(self, item: StorageItem[Any]) -> StorageView:
        view = StorageView(item, self.interface, self.bounds)
        siblings = self.interface.pallets[item.pallet_name].storage
        counter = siblings.get(f"CounterFor{item.name}")
        if counter is not None:
            view.counter = self.storage(counter)
        return view

    def error_value(self, error: Error | str | tuple[str, Any]) -> Any:
        """The `DispatchError` of a declared error; a value that belongs to no pallet is returned as
        it is.
        """
        if isinstance(error, (str, tuple)):
            return error
        return ("Module", {"index": error.pallet_index, "error": bytes((error.index, 0, 0, 0))})
