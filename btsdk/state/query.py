"""Storage, maps, runtime APIs and constants at a pinned block.

Items are generated descriptors. Before its first use on a chain each compares its shape with the
chain's, and raises `IncompatibleItem` if they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ParamSpec, TypeVar

from btsdk.descriptors import ApiMethod, Constant, StorageItem
from btsdk.errors import UsageError
from btsdk.rpc.effects import Json, Program, RpcCall, ask
from btsdk.state.block_context import BlockContext, unhex

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")

PAGE = 512
"""Keys in one request; Substrate's limit is 1,000."""


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
    start = "0x" + _key(at, item, *prefix).hex()
    entries: list[tuple[K, V]] = []
    last: str | None = None
    while True:
        page = yield from ask(RpcCall("state_getKeysPaged", (start, PAGE, last, at.hash)))
        found = yield from _values(at, page)
        for key in page:
            keys = item.decode_key(at.metadata, unhex(key))
            entries.append((keys, item.decode(at.metadata, _raw(found.get(key)))))
        if len(page) < PAGE:
            return entries
        last = page[-1]


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
    return {key: value for block in answer for key, value in block["changes"]}
