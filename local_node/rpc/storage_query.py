"""The storage queries of the new interface: items by key and kind, and their results on a state.

Shared by `chainHead_v1_storage` and `archive_v1_storage`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from btsdk.keys.hashing import blake2_256
from local_node.chain.view import StateView
from local_node.rpc.errors import invalid_params
from local_node.rpc.wire import hex_of, read_bytes

Item = dict[str, str]
"""One found item: its key, and `value`, `hash` or `closestDescendantMerkleValue`."""

_PAGE: Final = 256
"""Items read from the state at a time."""


class Query(NamedTuple):
    """One item of a request; `after` is the key after which an iteration resumes."""

    key: bytes
    kind: str
    after: bytes | None = None

    def found(self, state: StateView) -> Iterator[Item]:
        """The matching items of a state, in key order."""
        return _KINDS[self.kind](state, self)


def read_queries(items: Any) -> list[Query]:
    """The queries of a request; raises `RpcFailure` -32602 for anything else."""
    if not isinstance(items, list):
        raise invalid_params("items: expected a list")
    return [_read_query(item) for item in items]


def read_child_trie(child_trie: Any) -> bytes | None:
    """The key of a child trie. No pallet here has one, so its items are all absent."""
    return None if child_trie is None else read_bytes(child_trie, "child_trie")


def _read_query(item: Any) -> Query:
    if not isinstance(item, dict):
        raise invalid_params("items: expected objects with `key` and `type`")
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise invalid_params(f"items: type must be one of {', '.join(_KINDS)}")
    after = item.get("paginationStartKey")
    if after is not None:
        if not kind.startswith("descendants"):
            raise invalid_params(f"items: paginationStartKey is not used by type {kind}")
        after = read_bytes(after, "paginationStartKey")
    return Query(read_bytes(item.get("key"), "key"), kind, after)


def _value(state: StateView, query: Query) -> Iterator[Item]:
    value = state.get(query.key)
    if value is not None:
        yield _value_item(query.key, value)


def _hash(state: StateView, query: Query) -> Iterator[Item]:
    value = state.get(query.key)
    if value is not None:
        yield _hash_item(query.key, value)


def _merkle_value(state: StateView, query: Query) -> Iterator[Item]:
    value = state.merkle_value(query.key)
    if value is not None:
        yield {"key": hex_of(query.key), "closestDescendantMerkleValue": hex_of(value)}


def _values_below(state: StateView, query: Query) -> Iterator[Item]:
    return (_value_item(key, value) for key, value in items_below(state, query.key, query.after))


def _hashes_below(state: StateView, query: Query) -> Iterator[Item]:
    return (_hash_item(key, value) for key, value in items_below(state, query.key, query.after))


def items_below(
    state: StateView, prefix: bytes, after: bytes | None = None
) -> Iterator[tuple[bytes, bytes]]:
    """The item at the key itself and all below it, read page by page."""
    at = after
    if at is None or at < prefix:
        at = prefix
        value = state.get(at)
        if value is not None:
            yield at, value
    while True:
        page = state.items_after(at, _PAGE)
        for key, value in page:
            if not key.startswith(prefix):
                return
            yield key, value
        if len(page) < _PAGE:
            return
        at = page[-1][0]


def _value_item(key: bytes, value: bytes) -> Item:
    return {"key": hex_of(key), "value": hex_of(value)}


def _hash_item(key: bytes, value: bytes) -> Item:
    return {"key": hex_of(key), "hash": hex_of(blake2_256(value))}


_KINDS: Final[dict[str, Callable[[StateView, Query], Iterator[Item]]]] = {
    "value": _value,
    "hash": _hash,
    "closestDescendantMerkleValue": _merkle_value,
    "descendantsValues": _values_below,
    "descendantsHashes": _hashes_below,
}
