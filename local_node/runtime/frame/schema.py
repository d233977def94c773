"""The chain's interface compiled for the runtime: how each declared item lies in storage.

Made once from an interface and shared by every runtime call. Keys, values and events go through the
codecs of the interface's own registry, so what the runtime reads and writes is by construction what
the metadata tells the clients.
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
"""Hashed keys remembered for an item; a hash never changes, so nothing ever expires."""

_HASHERS: dict[str, tuple[Callable[[bytes], bytes], int | None]] = {
    "Blake2_128": (hashing.blake2_128, None),
    "Blake2_256": (hashing.blake2_256, None),
    "Blake2_128Concat": (hashing.blake2_128_concat, 16),
    "Twox128": (hashing.twox_128, None),
    "Twox256": (hashing.twox_256, None),
    "Twox64Concat": (hashing.twox_64_concat, 8),
    "Identity": (hashing.identity, 0),
}
"""Each hasher, and how many bytes stand before the plain key (None: the key is lost)."""

_IMMUTABLE = (int, str, bytes, bool, type(None))


class StorageView:
    """One storage item: keys to raw keys, values to SCALE and back.

    `decode` takes the value that the bytes begin with and leaves what follows; it raises
    `DecodeError` where they begin with none. A reader then reports `corrupt` state and takes the
    item for absent, as `frame_support::storage::unhashed` does.
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
        """The value that is stored as `raw`; what cannot be decoded reads as absent."""
        if raw is None:
            return self.absent()
        try:
            return self.decode(raw)
        except DecodeError as error:
            self.corrupt(self.prefix, error)
            return self.absent()

    def corrupt(self, raw_key: bytes, error: DecodeError) -> None:
        """Report that what lies under a raw key cannot be decoded."""
        _report(f"{self.item.full_name} at 0x{raw_key.hex()}: {error}")

    def absent(self) -> Any:
        """What a missing item reads as; a fresh value each time, so that nobody shares it."""
        if self._fixed_default is Ellipsis:
            return self.decode(self._default)
        return self._fixed_default

    def key(self, key: Any) -> bytes:
        """The raw key of a whole key: bare where the item has one, a tuple where it has several."""
        try:
            return self._cache[key]
        except KeyError:
            raw = self._raw(key)
            if len(self._cache) >= KEY_CACHE:
                self._cache.clear()
            self._cache[key] = raw
            return raw
        except TypeError:  # a key that holds a list or a dict
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
        """The keys from number `first` on that `raw` holds from `offset`: bare where it is one."""
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
    """What decodes a value; bounded collections that are too long do not decode in Rust either."""
    if check is None:
        return prefix

    def decode(raw: bytes) -> Any:
        value = prefix(raw)
        check(value)
        return value

    return decode


@lru_cache(maxsize=1024)
def _report(what: str) -> None:
    """Log corrupt state: once, not with each of the thousands of reads that meet it."""
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    logging.getLogger(__name__).error("Corrupted state: %s; it reads as absent", what)


class EventView:
    """One event: its two index bytes and the codecs of its fields."""

    __slots__ = ("_head", "_label", "_names", "_writes")

    def __init__(self, event: Event, interface: Interface) -> None:
        self._label = event.full_name
        self._head = bytes((event.pallet_index, event.index))
        self._names = tuple(field.name for field in event.fields)
        self._writes = tuple(interface.codec(field.type).write for field in event.fields)

    def encode(self, values: tuple[Any, ...], fields: dict[str, Any]) -> bytes:
        """The SCALE of the outer event; values come in order, and the last ones may be named."""
        if fields:
            named = {field_name(name): value for name, value in fields.items()}
            rest = self._names[len(values) :]
            if set(rest) != set(named):
                raise TypeError(f"{self._label} has the fields {self._names}, got {sorted(named)}")
            values = (*values, *(named[name] for name in rest if name is not None))
        if len(values) != len(self._writes):
            raise TypeError(f"{self._label} has {len(self._writes)} fields, got {len(values)}")
        encoded = bytearray(self._head)
        for write, value in zip(self._writes, values):  # noqa: B905 - of one length
            write(value, encoded)
        return bytes(encoded)


class _Made(dict[Any, Any]):
    """What `make` made of each key that was asked for. Items compare by identity, and are kept."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        made = self[key] = self._make(key)
        return made


def _each(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`make`, once for each argument: from then on an answer costs a dictionary's look-up."""
    return _Made(make).__getitem__


class Schema:
    """Every item of an interface, compiled when it is first used."""

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
        """The `DispatchError` of a declared error, or the value itself where no pallet owns it."""
        if isinstance(error, (str, tuple)):
            return error
        return ("Module", {"index": error.pallet_index, "error": bytes((error.index, 0, 0, 0))})
