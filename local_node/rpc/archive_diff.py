"""The difference of a block's state from an earlier block's, as in `archive_v1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from btsdk.errors import UsageError
from btsdk.keys.hashing import blake2_256
from local_node.chain.block import Header
from local_node.chain.chain import Chain
from local_node.chain.errors import UnknownBlock
from local_node.rpc.errors import invalid_params
from local_node.rpc.wire import hex_of, read_bytes


class DiffQuery(NamedTuple):
    """The keys with a prefix, reported by value or by hash."""

    prefix: bytes
    by_hash: bool


def read_diff_queries(items: Any) -> list[DiffQuery]:
    """The queries of a request, by default for all values; raises `RpcFailure` -32602."""
    if items is None:
        return [DiffQuery(b"", by_hash=False)]
    if not isinstance(items, list):
        raise invalid_params("items: expected a list")
    found = [_read(item) for item in items]
    return [query for query in found if query is not None]


def _read(item: Any) -> DiffQuery | None:
    """A query; None for one about a child trie, since no pallet here has any."""
    if not isinstance(item, dict) or item.get("returnType") not in ("value", "hash"):
        raise invalid_params("items: expected objects whose `returnType` is value or hash")
    prefix = read_bytes(item.get("key") or "0x", "key")
    if item.get("childTrieKey") is not None:
        read_bytes(item["childTrieKey"], "childTrieKey")
        return None
    return DiffQuery(prefix, item["returnType"] == "hash")


def differences(
    chain: Chain, block_hash: bytes, previous: bytes | None, queries: list[DiffQuery]
) -> Iterator[dict[str, Any]]:
    """The keys that differ, in order, under the first query that matches; a deleted key is reported
    with its old value.

    Raises `UnknownBlock`, `StateDiscarded`, or `UsageError` if `previous` is not an ancestor.
    """
    header = _header(chain, block_hash)
    older = header.parent_hash if previous is None else previous
    if previous is not None and not _lies_below(chain, _header(chain, previous), header):
        raise UsageError(f"{hex_of(previous)} is not an ancestor of {hex_of(block_hash)}")
    new, old = chain.state(block_hash), chain.state(older)
    for key, value in sorted(new.since(old).items()):
        query = next((it for it in queries if key.startswith(it.prefix)), None)
        if query is not None:
            yield _difference(key, old.get(key), value, query)


def _difference(
    key: bytes, before: bytes | None, after: bytes | None, query: DiffQuery
) -> dict[str, Any]:
    kind = "deleted" if after is None else "added" if before is None else "modified"
    value = after if after is not None else before or b""
    told = {"hash": hex_of(blake2_256(value))} if query.by_hash else {"value": hex_of(value)}
    return {"key": hex_of(key), **told, "type": kind}


def _header(chain: Chain, block_hash: bytes) -> Header:
    header = chain.header(block_hash)
    if header is None:
        raise UnknownBlock(block_hash)
    return header


def _lies_below(chain: Chain, below: Header, above: Header) -> bool:
    """Whether one block is an ancestor of the other; on the best chain its number decides."""
    while above.number > below.number:
        if chain.hash_at(above.number) == above.hash:
            return chain.hash_at(below.number) == below.hash
        above = _header(chain, above.parent_hash)
    return False
