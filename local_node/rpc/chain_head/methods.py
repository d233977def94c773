"""The wire names of `chainHead_v1_*`."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any, Final

from local_node.chain.errors import UnknownBlock
from local_node.rpc.chain_head.follow import Follow, Follows
from local_node.rpc.chain_head.operations import WAITING, Events
from local_node.rpc.context import Rpc
from local_node.rpc.errors import RpcFailure, invalid_params
from local_node.rpc.methods import Namespace, Reply
from local_node.rpc.peer import Peer, Subscription
from local_node.rpc.storage_query import Query, read_child_trie, read_queries
from local_node.rpc.wire import hex_of, read_bytes, read_hash, read_text

METHODS = Namespace()

PAGE: Final = 512
"""Storage items that are sent before the client has to continue."""
WITHOUT_RUNTIME: Final = -32802

_LIMIT_REACHED: Final = {"result": "limitReached"}


@METHODS.subscription("chainHead_v1_follow", "chainHead_v1_followEvent", ())
def follow(rpc: Rpc, subscription: Subscription, with_runtime: Any) -> None:
    """Report the recent finalized blocks, then each new, best and finalized one."""
    if not isinstance(with_runtime, bool):
        raise invalid_params("with_runtime: expected true or false")
    subscription.peer.own(Follows).open(rpc.chain, subscription, with_runtime=with_runtime)


@METHODS.peer_method("chainHead_v1_unfollow")
def unfollow(rpc: Rpc, peer: Peer, follow_subscription: Any) -> None:
    """Stop following; no effect if the subscription has ended."""
    if _follow(peer, follow_subscription) is not None:
        peer.end(follow_subscription)


@METHODS.peer_method("chainHead_v1_unpin")
def unpin(rpc: Rpc, peer: Peer, follow_subscription: Any, hash_or_hashes: Any) -> None:
    """Unpin a block, or all blocks of a list."""
    wanted = hash_or_hashes if isinstance(hash_or_hashes, list) else [hash_or_hashes]
    hashes = [read_hash(item, "hash_or_hashes") for item in wanted]
    following = _follow(peer, follow_subscription)
    if following is not None:
        following.unpin(hashes)


@METHODS.peer_method("chainHead_v1_header")
def header(rpc: Rpc, peer: Peer, follow_subscription: Any, hash: Any) -> str | None:
    """The SCALE encoding of a pinned block's header."""
    block_hash = read_hash(hash, "hash")
    if _pinning(peer, follow_subscription, block_hash) is None:
        return None
    found = rpc.chain.header(block_hash)
    return None if found is None else hex_of(found.encode())


@METHODS.peer_method("chainHead_v1_body")
def body(rpc: Rpc, peer: Peer, follow_subscription: Any, hash: Any) -> Any:
    """Start an operation that reports the extrinsics of a pinned block."""
    block_hash = read_hash(hash, "hash")
    following = _pinning(peer, follow_subscription, block_hash)
    if following is None or following.operations.free < 1:
        return _LIMIT_REACHED
    return _started(following, _body(rpc, block_hash))


@METHODS.peer_method("chainHead_v1_call")
def call(
    rpc: Rpc, peer: Peer, follow_subscription: Any, hash: Any, function: Any, call_parameters: Any
) -> Any:
    """Start a call of a runtime entry point on a pinned block's state; its writes are discarded."""
    block_hash, entry = read_hash(hash, "hash"), read_text(function, "function")
    args = read_bytes(call_parameters, "call_parameters")
    following = _pinning(peer, follow_subscription, block_hash)
    if following is None or following.operations.free < 1:
        return _LIMIT_REACHED
    if not following.with_runtime:
        raise RpcFailure(WITHOUT_RUNTIME, "The chain is followed without its runtime")
    return _started(following, _call(rpc, block_hash, entry, args))


@METHODS.peer_method("chainHead_v1_storage")
def storage(
    rpc: Rpc, peer: Peer, follow_subscription: Any, hash: Any, items: Any, child_trie: Any = None
) -> Any:
    """Start a storage query on a pinned block's state, with as many items as the limit allows."""
    block_hash, queries = read_hash(hash, "hash"), read_queries(items)
    in_child = read_child_trie(child_trie) is not None
    following = _pinning(peer, follow_subscription, block_hash)
    if following is None or following.operations.free < min(1, len(queries)):
        return _LIMIT_REACHED
    taken = queries[: following.operations.free]
    events = _storage(rpc, block_hash, [] if in_child else taken)
    reply = _started(following, events, len(taken))
    reply.result["discardedItems"] = len(queries) - len(taken)
    return reply


@METHODS.peer_method("chainHead_v1_continue")
def continue_(rpc: Rpc, peer: Peer, follow_subscription: Any, operation_id: Any) -> Any:
    """Continue a storage operation that waits."""
    name, following = read_text(operation_id, "operation_id"), _follow(peer, follow_subscription)
    if following is None or not following.operations.wake(name):
        return None
    return Reply(None, lambda: following.operations.run(name))


@METHODS.peer_method("chainHead_v1_stopOperation")
def stop_operation(rpc: Rpc, peer: Peer, follow_subscription: Any, operation_id: Any) -> None:
    """Stop an operation; no effect if it has ended."""
    name, following = read_text(operation_id, "operation_id"), _follow(peer, follow_subscription)
    if following is not None:
        following.operations.stop(name)


def _follow(peer: Peer, subscription_id: Any) -> Follow | None:
    return peer.own(Follows).get(read_text(subscription_id, "follow_subscription"))


def _pinning(peer: Peer, subscription_id: Any, block_hash: bytes) -> Follow | None:
    """The subscription that has the block pinned; None if it has ended."""
    following = _follow(peer, subscription_id)
    if following is not None:
        following.require_pinned(block_hash)
    return following


def _started(following: Follow, events: Events, slots: int = 1) -> Reply:
    name = following.operations.start(events, slots)
    result = {"result": "started", "operationId": name}
    return Reply(result, lambda: following.operations.run(name))


def _body(rpc: Rpc, block_hash: bytes) -> Events:
    block = rpc.chain.block(block_hash)
    if block is None:
        raise UnknownBlock(block_hash)
    yield {"event": "operationBodyDone", "value": [hex_of(item) for item in block.extrinsics]}


def _call(rpc: Rpc, block_hash: bytes, entry: str, args: bytes) -> Events:
    yield {"event": "operationCallDone", "output": hex_of(rpc.chain.call(entry, args, block_hash))}


def _storage(rpc: Rpc, block_hash: bytes, queries: list[Query]) -> Events:
    state = rpc.chain.state(block_hash)
    found = chain.from_iterable(query.found(state) for query in queries)
    page = list(islice(found, PAGE))
    while page:
        yield {"event": "operationStorageItems", "items": page}
        page = list(islice(found, PAGE))
        if page:
            yield {"event": WAITING}
    yield {"event": "operationStorageDone"}
