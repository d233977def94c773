"""`archive_v1_*`: any block by its hash or height, without following the chain.

Heights up to the finalized block have one block each. Above it, up to the best block's height, a
height has every block that descends from the finalized one and may still become final or be
dropped; a block above the best one is found by its hash alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from btsdk.errors import BtError
from local_node.rpc.archive_diff import differences, read_diff_queries
from local_node.rpc.context import Rpc
from local_node.rpc.methods import Namespace, Reply
from local_node.rpc.peer import Peer, Subscription
from local_node.rpc.storage_query import Query, read_child_trie, read_queries
from local_node.rpc.wire import (
    hex_of,
    read_bytes,
    read_hash,
    read_number,
    read_optional_hash,
    read_text,
)

METHODS = Namespace()

_LOG = logging.getLogger(__name__)


@METHODS.method("archive_v1_genesisHash")
def genesis_hash(rpc: Rpc) -> str:
    return hex_of(rpc.chain.genesis_hash)


@METHODS.method("archive_v1_finalizedHeight")
def finalized_height(rpc: Rpc) -> int:
    return rpc.chain.finalized.number


@METHODS.method("archive_v1_hashByHeight")
def hash_by_height(rpc: Rpc, height: Any) -> list[str]:
    """The blocks at a height: at most one up to the finalized one, one per branch above it."""
    number = read_number(height, "height")
    if number > rpc.chain.finalized.number:
        return [hex_of(ref.hash) for ref in rpc.chain.unfinalized() if ref.number == number]
    found = rpc.chain.hash_at(number)
    return [] if found is None else [hex_of(found)]


@METHODS.method("archive_v1_header")
def header(rpc: Rpc, hash: Any) -> str | None:
    """The SCALE encoding of a header; null for an unknown block."""
    found = rpc.chain.header(read_hash(hash, "hash"))
    return None if found is None else hex_of(found.encode())


@METHODS.method("archive_v1_body")
def body(rpc: Rpc, hash: Any) -> list[str] | None:
    """The extrinsics of a block; null for an unknown one."""
    block = rpc.chain.block(read_hash(hash, "hash"))
    return None if block is None else [hex_of(extrinsic) for extrinsic in block.extrinsics]


@METHODS.method("archive_v1_call")
def call(rpc: Rpc, hash: Any, function: Any, call_parameters: Any) -> dict[str, Any] | None:
    """The result of a runtime entry point on a block's state; null for an unknown block."""
    block_hash, entry = read_hash(hash, "hash"), read_text(function, "function")
    args = read_bytes(call_parameters, "call_parameters")
    if rpc.chain.header(block_hash) is None:
        return None
    try:
        return {"success": True, "value": hex_of(rpc.chain.call(entry, args, block_hash))}
    except BtError as error:
        return {"success": False, "error": str(error)}


@METHODS.subscription("archive_v1_storage", "archive_v1_storageEvent", ())
def storage(
    rpc: Rpc, subscription: Subscription, hash: Any, items: Any, child_trie: Any = None
) -> Reply:
    """The storage of a block, item by item."""
    block_hash, queries = read_hash(hash, "hash"), read_queries(items)
    wanted = [] if read_child_trie(child_trie) is not None else queries

    def found() -> Iterator[dict[str, Any]]:
        return _found(rpc, block_hash, wanted)

    return Reply(None, lambda: _stream(subscription, "storage", found))


@METHODS.subscription("archive_v1_storageDiff", "archive_v1_storageDiffEvent", ())
def storage_diff(
    rpc: Rpc, subscription: Subscription, hash: Any, items: Any = None, previous_hash: Any = None
) -> Reply:
    """The difference of a block's state from its parent's, or from an older block's."""
    block_hash, queries = read_hash(hash, "hash"), read_diff_queries(items)
    previous = read_optional_hash(previous_hash, "previous_hash")

    def found() -> Iterator[dict[str, Any]]:
        return differences(rpc.chain, block_hash, previous, queries)

    return Reply(None, lambda: _stream(subscription, "storageDiff", found))


@METHODS.peer_method("archive_v1_stopStorage", "archive_v1_stopStorageDiff")
def stop(rpc: Rpc, peer: Peer, subscription: Any) -> None:
    """Stop a storage query; no effect if it has ended."""
    peer.end(read_text(subscription, "subscription"))


def _found(rpc: Rpc, block_hash: bytes, queries: list[Query]) -> Iterator[dict[str, Any]]:
    state = rpc.chain.state(block_hash)
    for query in queries:
        yield from query.found(state)


def _stream(
    subscription: Subscription, event: str, found: Callable[[], Iterator[dict[str, Any]]]
) -> None:
    """Push the items found and a final event; or an error event if the query fails."""
    try:
        for item in found():
            if not subscription.is_open:
                return
            subscription.push({"event": event, **item})
    except BtError as error:
        subscription.push({"event": f"{event}Error", "error": str(error)})
    except Exception:  # noqa: BLE001 - the edge: a client never sees a traceback
        _LOG.exception("unexpected failure in a storage query")
        subscription.push({"event": f"{event}Error", "error": "Internal error"})
    else:
        subscription.push({"event": f"{event}Done"})
    subscription.peer.end(subscription.id)
