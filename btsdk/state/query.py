"""Storage, maps, runtime APIs and constants at a pinned block.

Items are generated descriptors. Before its first use on a chain each compares its shape with the
chain's, and raises `IncompatibleItem` if they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

from btsdk.descriptors import ApiMethod, Constant, StorageItem
from btsdk.errors import UsageError
from btsdk.integers import whole
from btsdk.metadata import StorageMetadata
from btsdk.rpc.effects import Emit, Json, Program, RpcCall, ask
from btsdk.rpc.streams import each
from btsdk.state.block_context import BlockContext, unhex

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")

PAGE, MOST = 512, 1000
"""Keys in one request, and Substrate's limit."""


def storage(
    at: BlockContext, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs
) -> Program[V]:
    """The value of one storage item; its default, or None, if nothing is stored."""
    key = _key(at, item, *keys, **named)
    raw = yield from ask(RpcCall("state_getStorage", ("0x" + key.hex(), at.hash)))
    return item.decode(at.metadata, _raw(raw))


def storage_many(
    at: BlockContext, wanted: Sequence[tuple[StorageItem[..., Any, Any], tuple[Any, ...]]]
) -> Program[list[Any]]:
    """Several values in one call, in the order of the requests."""
    keys = ["0x" + _key(at, item, *key).hex() for item, key in wanted]
    found = yield from _values(at, keys)
    pairs = zip(wanted, keys, strict=True)
    return [item.decode(at.metadata, _raw(found.get(key))) for (item, _), key in pairs]


def storage_map(
    at: BlockContext, item: StorageItem[..., K, V], *prefix: Any
) -> Program[list[tuple[K, V]]]:
    """All entries under a prefix of the keys; the keys of each are a tuple, in raw-key order."""
    entries: list[tuple[K, V]] = []

    def take(page: StoragePage[K, V]) -> Program[None]:
        entries.extend(page.entries)
        return
        yield  # a program without effects

    yield from each(storage_pages(at, item, *prefix), take)
    return entries


@dataclass(frozen=True)
class StoragePage(Generic[K, V]):
    """Some entries of a map; `seen` counts those up to here."""

    entries: list[tuple[K, V]]
    seen: int


def storage_pages(
    at: BlockContext, item: StorageItem[..., K, V], *prefix: Any, page: int = PAGE
) -> Program[None]:
    """Emit the entries under a prefix of the keys, at most `page` of them in a `StoragePage`."""
    page = whole(page, "page", 1, MOST)
    start = "0x" + _key(at, item, *prefix).hex()
    declared = item.on(at.metadata)
    seen, last = 0, None
    while True:
        keys = yield from ask(RpcCall("state_getKeysPaged", (start, page, last, at.hash)))
        found = yield from _values(at, keys)
        seen += len(keys)
        if keys:
            yield from ask(Emit(StoragePage(entries(declared, keys, found), seen)))
        if len(keys) < page:
            return
        last = keys[-1]


def entries(
    declared: StorageMetadata, keys: Sequence[str], found: Mapping[str, Json]
) -> list[tuple[Any, Any]]:
    """The entries of a map under these raw keys, from the raw values that were found."""
    values = list(map(found.get, keys))
    page = declared.decode_page(keys, values)
    if page is not None:
        return page
    pairs = zip(keys, values, strict=True)
    return [(declared.decode_key(unhex(key)), declared.decode(_raw(value))) for key, value in pairs]


def _key(at: BlockContext, item: StorageItem[..., Any, Any], *keys: Any, **named: Any) -> bytes:
    if not isinstance(item, StorageItem):
        raise UsageError(
            f"{item!r} is not a storage item of btsdk.storage",
            hint="Pass the item itself: `from btsdk import storage`, then storage.system.Account.",
        )
    if named:
        raise TypeError(f"{item.full_name} takes its keys by position")
    return item.key(at.metadata, *keys)


def call_api(
    at: BlockContext, method: ApiMethod[P, V], *args: P.args, **named: P.kwargs
) -> Program[V]:
    """The result of a runtime API method."""
    data = method.encode(at.metadata, *args, **named)
    answer = yield from ask(RpcCall("state_call", (method.entry, "0x" + data.hex(), at.hash)))
    return method.decode(at.metadata, unhex(answer))


def has_api(at: BlockContext, method: ApiMethod[..., Any]) -> bool:
    """Whether the runtime at this block has the method, in any shape."""
    api = at.metadata.apis.get(method.api)
    return api is not None and method.name in api.methods


def constant(at: BlockContext, item: Constant[V]) -> V:
    """A constant of the runtime, from its metadata; no request."""
    return item.of(at.metadata)


def _raw(value: Json) -> bytes | None:
    return None if value is None else unhex(value)


def _values(at: BlockContext, keys: Iterable[str]) -> Program[dict[str, Json]]:
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return {}
    answer = yield from ask(RpcCall("state_queryStorageAt", (wanted, at.hash)))
    found: dict[str, Json] = {}
    for block in answer:
        found.update(block["changes"])
    return found
