"""A pallet's view of the chain: typed storage, events, constants and the current block.

One `Context` serves one runtime call. It caches no state: every read goes to the externalities, so
no value is stale after a rollback. Only the encoded events of the call are buffered: `flush`
appends them to `System.Events` at once, and a rollback of a transaction truncates the buffer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

from btsdk.errors import DecodeError
from chain_spec.pallets import system
from local_node.runtime.frame.schema import Schema, StorageView

if TYPE_CHECKING:
    from types import TracebackType

    from chain_spec.declare import Constant, Event, Map, StorageItem, Value
    from local_node.runtime.boundary import Externalities
    from local_node.runtime.frame.dispatcher import CallDispatcher
    from local_node.runtime.frame.origin import CallValue, Origin
    from local_node.runtime.frame.weight import PostDispatch

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")

U32_MAX = 2**32 - 1

_NO_TOPICS = b"\x00"
INITIALIZATION = b"\x02"
FINALIZATION = b"\x01"


class Context:
    """The state of one block as one runtime call sees it."""

    def __init__(self, runtime: CallDispatcher, ext: Externalities) -> None:
        self.runtime = runtime
        self.schema: Schema = runtime.schema
        self.ext = ext
        self.profile = runtime.profile
        self.features = runtime.features
        self.phase: bytes | None = None
        self._events: list[bytes] = []
        self._number_key = self.schema.storage(system.storage.Number).prefix

    # -- storage ------------------------------------------------------------------------------

    @overload
    def get(self, item: Value[V]) -> V: ...
    @overload
    def get(self, item: Map[K, V], key: K) -> V: ...
    def get(self, item: StorageItem[Any], key: Any = ()) -> Any:
        """The item's value; a missing one reads as its default, or as None if it is optional.

        A value that cannot be decoded is reported and reads as missing.
        """
        view = self.schema.storage(item)
        raw = self.ext.get(view.key(key))
        if raw is None:
            return view.absent()
        try:
            return view.decode(raw)
        except DecodeError as error:
            view.corrupt(view.key(key), error)
            return view.absent()

    def derived(self, item: Value[V], make: Callable[[V], T]) -> T:
        """`make(value)` of the item's value, cached as long as the stored bytes are the same.

        `make` must depend on the value alone, and its result must not be changed.
        """
        view = self.schema.storage(item)
        return view.derived.of(self.ext.get(view.prefix), view.read, make)

    def find(self, item: Map[K, V], key: K) -> V | None:
        """The item's value under `key`, or None if nothing decodable is stored there."""
        view = self.schema.storage(item)
        raw = self.ext.get(view.key(key))
        if raw is None:
            return None
        try:
            value: V = view.decode(raw)
        except DecodeError as error:
            view.corrupt(view.key(key), error)
            return None
        return value

    def put(self, item: Map[K, V], key: K, value: V) -> None:
        """Write the item under `key`."""
        view = self.schema.storage(item)
        raw = view.key(key)
        if view.counter is not None and not self.ext.exists(raw):
            self._count(view.counter, 1)
        self.ext.set(raw, view.encode(value))

    def set(self, item: Value[V], value: V) -> None:
        """Write an item that has no key."""
        view = self.schema.storage(item)
        self.ext.set(view.prefix, view.encode(value))

    def set_derived(self, item: Value[V], value: V, make: Callable[[V], T], answer: T) -> None:
        """`set`, plus the known result of `make` for the new value; see `derived`."""
        view = self.schema.storage(item)
        raw = view.encode(value)
        self.ext.set(view.prefix, raw)
        view.derived.learn(raw, make, answer)

    @overload
    def remove(self, item: Value[V]) -> None: ...
    @overload
    def remove(self, item: Map[K, V], key: K) -> None: ...
    def remove(self, item: StorageItem[Any], key: Any = ()) -> None:
        """Delete the item."""
        view = self.schema.storage(item)
        raw = view.key(key)
        if view.counter is not None and self.ext.exists(raw):
            self._count(view.counter, -1)
        self.ext.delete(raw)

    @overload
    def take(self, item: Value[V]) -> V: ...
    @overload
    def take(self, item: Map[K, V], key: K) -> V: ...
    def take(self, item: Any, key: Any = ()) -> Any:
        """Read and delete the item; a value that cannot be decoded stays stored, as in
        Substrate.
        """
        view = self.schema.storage(item)
        raw = self.ext.get(view.key(key))
        if raw is None:
            return view.absent()
        try:
            value = view.decode(raw)
        except DecodeError as error:
            view.corrupt(view.key(key), error)
            return view.absent()
        self.remove(item, key)
        return value

    @overload
    def contains(self, item: Value[V]) -> bool: ...
    @overload
    def contains(self, item: Map[K, V], key: K) -> bool: ...
    def contains(self, item: StorageItem[Any], key: Any = ()) -> bool:
        """Whether the item is stored; a default value does not count."""
        return self.ext.exists(self.schema.storage(item).key(key))

    def mutate(self, item: Map[K, V], key: K, change: Callable[[V], V]) -> V:
        """Store the result of `change`, and return it; None deletes an optional item."""
        value = change(self.get(item, key))
        if value is None and item.optional:
            self.remove(item, key)
        else:
            self.put(item, key, value)
        return value

    def iter(self, item: Map[Any, V], *prefix_keys: Any) -> Iterator[tuple[Any, V]]:
        """Iterate over `(key, value)` in raw key order; `key` holds the parts after `prefix_keys`.

        The item may change during the iteration: each step looks up the next entry.
        """
        view = self.schema.storage(item)
        prefix = view.partial(prefix_keys)
        for raw in self._raw_keys(prefix):
            value = self.ext.get(raw)
            if value is None:
                continue
            try:
                entry = view.rest(raw, len(prefix), len(prefix_keys)), view.decode(value)
            except DecodeError as error:
                view.corrupt(raw, error)
                continue
            yield entry

    def keys(self, item: Map[Any, V], *prefix_keys: Any) -> Iterator[Any]:
        """The keys of `iter`, without reading values."""
        view = self.schema.storage(item)
        prefix = view.partial(prefix_keys)
        for raw in self._raw_keys(prefix):
            try:
                key = view.rest(raw, len(prefix), len(prefix_keys))
            except DecodeError as error:
                view.corrupt(raw, error)
                continue
            yield key

    def values(self, item: Map[Any, V], *prefix_keys: Any) -> Iterator[V]:
        """The values of `iter`; works with any hasher."""
        view = self.schema.storage(item)
        for raw in self._raw_keys(view.partial(prefix_keys)):
            value = self.ext.get(raw)
            if value is None:
                continue
            try:
                decoded = view.decode(value)
            except DecodeError as error:
                view.corrupt(raw, error)
                continue
            yield decoded

    def drain(self, item: Map[Any, V], *prefix_keys: Any) -> list[tuple[Any, V]]:
        """The entries of `iter`, read and deleted."""
        found = list(self.iter(item, *prefix_keys))
        self.clear_prefix(item, *prefix_keys)
        return found

    def clear_prefix(self, item: StorageItem[Any], *prefix_keys: Any) -> int:
        """Delete all entries under the given keys, or all entries; return their count."""
        view = self.schema.storage(item)
        prefix = view.partial(prefix_keys)
        count, _ = self.ext.clear_prefix(prefix)
        if view.counter is not None and count:
            self._count(view.counter, -count)
        return count

    def _raw_keys(self, prefix: bytes) -> Iterator[bytes]:
        raw = self.ext.next_key(prefix)
        while raw is not None and raw.startswith(prefix):
            yield raw
            raw = self.ext.next_key(raw)

    def _count(self, counter: StorageView, change: int) -> None:
        value = counter.read(self.ext.get(counter.prefix)) + change
        self.ext.set(counter.prefix, counter.encode(min(max(value, 0), U32_MAX)))

    # -- the block ----------------------------------------------------------------------------

    @property
    def block_number(self) -> int:
        """The number of the block being built; between blocks, of the last block."""
        raw = self.ext.get(self._number_key)
        return 0 if raw is None or len(raw) < 4 else int.from_bytes(raw[:4], "little")

    def constant(self, constant: Constant[V]) -> V:
        """The value of a declared constant, by this chain's profile."""
        value: V = self.schema.constant(constant)
        return value

    def emit(self, event: Event, *values: Any, **fields: Any) -> None:
        """Deposit a declared event; none are deposited at genesis, as in Substrate."""
        if self.block_number:
            self.emit_encoded(self.schema.event(event).encode(values, fields))

    def emit_encoded(self, event: bytes) -> None:
        """Deposit an already encoded outer event."""
        self._events.append(self._phase() + event + _NO_TOPICS)

    def _phase(self) -> bytes:
        if self.phase is None:
            view = self.schema.storage(system.storage.ExecutionPhase)
            raw = self.ext.get(view.prefix)
            phase = view.read(raw) if raw != INITIALIZATION else None
            self.phase = INITIALIZATION if phase is None else view.encode(phase)
        return self.phase

    def flush(self) -> None:
        """Append the events of this call to `System.Events` and count them."""
        if not self._events:
            return
        key = self.schema.storage(system.storage.Events).prefix
        count = self.get(system.storage.EventCount)
        for event in self._events[: U32_MAX - count]:  # FRAME drops further events
            self.ext.append(key, event)
        self.set(system.storage.EventCount, min(count + len(self._events), U32_MAX))
        self._events = []

    # -- transactions and dispatch ------------------------------------------------------------

    def transaction(self) -> StorageTransaction:
        """`with ctx.transaction():` — an exception undoes all writes and events inside."""
        return StorageTransaction(self)

    def dispatch(self, call: CallValue, origin: Origin, *, bypass: bool = False) -> PostDispatch:
        """Dispatch a decoded call from `origin`; `bypass` skips filters and guards."""
        return self.runtime.dispatch(self, call, origin, bypass=bypass)


class StorageTransaction:
    """A storage layer that an exception rolls back."""

    __slots__ = ("_ctx", "_events", "_length")

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    def __enter__(self) -> None:
        # `flush` replaces the list and never shortens it, so list and length identify this point
        self._events = self._ctx._events
        self._length = len(self._events)
        self._ctx.ext.begin()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._ctx.ext.commit()
            return
        self._ctx.ext.rollback()
        del self._events[self._length :]
        self._ctx._events = self._events
