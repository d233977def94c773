"""`chain_*`: headers, blocks and hashes, and the subscriptions to new ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from local_node.chain.events import Event, Finalized, HeadMoved, Imported, Listener
from local_node.rpc.context import Rpc
from local_node.rpc.methods import Namespace
from local_node.rpc.peer import Subscription
from local_node.rpc.wire import block_json, header_json, hex_of, read_number, read_optional_hash

METHODS = Namespace()


@METHODS.method("chain_getHeader")
def get_header(rpc: Rpc, hash: Any = None) -> Any:
    """The header of a block, by default the best; null for an unknown one."""
    header = rpc.chain.header(read_optional_hash(hash) or rpc.chain.best.hash)
    return None if header is None else header_json(header)


@METHODS.method("chain_getBlock")
def get_block(rpc: Rpc, hash: Any = None) -> Any:
    """The block with its extrinsics; null for an unknown one."""
    block = rpc.chain.block(read_optional_hash(hash) or rpc.chain.best.hash)
    return None if block is None else block_json(block)


@METHODS.method("chain_getBlockHash", "chain_getHead")
def get_block_hash(rpc: Rpc, hash: Any = None) -> Any:
    """The hash at a number, or a list for a list of numbers; null above the head."""
    if hash is None:
        return hex_of(rpc.chain.best.hash)
    if isinstance(hash, list):
        return rpc.making.listed(_hash_at(rpc, item) for item in hash)
    return _hash_at(rpc, hash)


def _hash_at(rpc: Rpc, number: Any) -> str | None:
    found = rpc.chain.hash_at(read_number(number, "hash"))
    return None if found is None else hex_of(found)


@METHODS.method("chain_getFinalizedHead", "chain_getFinalisedHead")
def get_finalized_head(rpc: Rpc) -> str:
    return hex_of(rpc.chain.finalized.hash)


@METHODS.subscription(
    ("chain_subscribeNewHeads", "chain_subscribeNewHead", "subscribe_newHead"),
    "chain_newHead",
    ("chain_unsubscribeNewHeads", "chain_unsubscribeNewHead", "unsubscribe_newHead"),
)
def subscribe_new_heads(rpc: Rpc, subscription: Subscription) -> None:
    """The current best header, then each new one."""

    def hear(event: Event) -> None:
        if isinstance(event, Imported):
            subscription.push(header_json(event.block.header))
        elif isinstance(event, HeadMoved):
            _push_header(rpc, subscription, event.best.hash)

    _follow(rpc, subscription, hear, lambda: rpc.chain.best.hash)


@METHODS.subscription("chain_subscribeAllHeads", "chain_allHead", "chain_unsubscribeAllHeads")
def subscribe_all_heads(rpc: Rpc, subscription: Subscription) -> None:
    """The current best header, then each imported one."""

    def hear(event: Event) -> None:
        if isinstance(event, Imported):
            subscription.push(header_json(event.block.header))

    _follow(rpc, subscription, hear, lambda: rpc.chain.best.hash)


@METHODS.subscription(
    ("chain_subscribeFinalizedHeads", "chain_subscribeFinalisedHeads"),
    "chain_finalizedHead",
    ("chain_unsubscribeFinalizedHeads", "chain_unsubscribeFinalisedHeads"),
)
def subscribe_finalized_heads(rpc: Rpc, subscription: Subscription) -> None:
    """The current finalized header, then each further one, even if several become final at once."""

    def hear(event: Event) -> None:
        if isinstance(event, Finalized):
            for block in (*event.below, event.block):
                _push_header(rpc, subscription, block.hash)

    _follow(rpc, subscription, hear, lambda: rpc.chain.finalized.hash)


def _follow(rpc: Rpc, subscription: Subscription, hear: Listener, now: Callable[[], bytes]) -> None:
    """Send the current header, then those of events, with none lost or doubled in between."""
    cancel = rpc.chain.listen(hear, lambda: _push_header(rpc, subscription, now()))
    subscription.on_cancel(cancel)


def _push_header(rpc: Rpc, subscription: Subscription, block_hash: bytes) -> None:
    header = rpc.chain.header(block_hash)
    if header is not None:
        subscription.push(header_json(header))
