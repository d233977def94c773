"""`transaction_v1_*` and `transactionWatch_v1_*`: extrinsics until their inclusion in a final
block.

A broadcast keeps submitting its extrinsic to the pool until it is final or stopped, and reports
nothing. A watch submits it once and reports its statuses.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, Final

from btsdk.errors import BtError
from local_node.chain.authoring import extrinsic_hash
from local_node.chain.chain import Chain
from local_node.chain.errors import (
    CYCLE_DETECTED,
    INVALID,
    NO_TAGS,
    TEMPORARILY_BANNED,
    UNKNOWN,
    VERIFICATION,
    PoolError,
)
from local_node.chain.events import Event, Finalized, HeadMoved, Imported, Status
from local_node.chain.listeners import Cancel
from local_node.rpc.context import Rpc
from local_node.rpc.errors import INVALID_PARAMS, RpcFailure, needs_websocket
from local_node.rpc.methods import Namespace
from local_node.rpc.opaque import BadOpaque, opaque
from local_node.rpc.peer import Peer, Subscription
from local_node.rpc.wire import hex_of, read_bytes, read_text

METHODS = Namespace()

MAX_BROADCASTS: Final = 16
"""Broadcasts of one client at a time; the specification requires at least 4."""

_REFUSED_FOR_GOOD: Final = {
    VERIFICATION,
    INVALID,
    UNKNOWN,
    TEMPORARILY_BANNED,
    CYCLE_DETECTED,
    NO_TAGS,
}
"""The runtime's refusals of an extrinsic; other refusals are the pool's."""
_OVER: Final = {
    "usurped": ("invalid", "Another extrinsic replaced it"),
    "invalid": ("invalid", "Extrinsic marked as invalid"),
    "dropped": ("dropped", "The pool had no more room for it"),
    "finalityTimeout": ("dropped", "Too many blocks are not final yet to track it any longer"),
}


@METHODS.peer_method("transaction_v1_broadcast")
def broadcast(rpc: Rpc, peer: Peer, transaction: Any) -> str | None:
    """Start to broadcast an extrinsic; returns the operation's id, null if the client has too
    many."""
    extrinsic = read_bytes(transaction, "transaction")
    if not peer.can_subscribe:
        raise needs_websocket()
    return peer.own(Broadcasts).start(rpc.chain, extrinsic)


@METHODS.peer_method("transaction_v1_stop")
def stop(rpc: Rpc, peer: Peer, operation_id: Any) -> None:
    """Stop a broadcast; an extrinsic in the pool may still enter a block."""
    name = read_text(operation_id, "operation_id")
    if not peer.own(Broadcasts).stop(name):
        raise RpcFailure(INVALID_PARAMS, "Invalid operation id", name[:80])


@METHODS.subscription(
    "transactionWatch_v1_submitAndWatch",
    "transactionWatch_v1_watchEvent",
    (),
)
def submit_and_watch(rpc: Rpc, subscription: Subscription, transaction: Any) -> None:
    """Put an extrinsic into the pool and report its statuses until the last."""
    data = read_bytes(transaction, "transaction")

    def hear(status: Status) -> None:
        event = _event(status)
        subscription.push(event)
        if status.is_final:
            subscription.peer.end(subscription.id)

    try:
        _, cancel = rpc.chain.submit_and_watch(opaque(data), hear)
    except BadOpaque:
        subscription.push({"event": "invalid", "error": "Extrinsic bytes cannot be decoded"})
    except BtError as error:
        subscription.push(_refusal(error))
    else:
        subscription.on_cancel(cancel)
        return
    subscription.peer.end(subscription.id)


@METHODS.peer_method("transactionWatch_v1_unwatch")
def unwatch(rpc: Rpc, peer: Peer, subscription: Any) -> None:
    """Stop a watch; the extrinsic stays in the pool."""
    name = read_text(subscription, "subscription")
    if not peer.end(name):
        raise RpcFailure(INVALID_PARAMS, "Invalid subscription id", name[:80])


class Broadcasts:
    """The extrinsics that one client broadcasts."""

    def __init__(self) -> None:
        self._active: dict[str, _Broadcast] = {}
        self._started = 0

    def start(self, chain: Chain, extrinsic: bytes) -> str | None:
        """The id of a new broadcast, None if there are too many."""
        if len(self._active) >= MAX_BROADCASTS:
            return None
        name = str(self._started)
        self._started += 1
        broadcast = _Broadcast(chain, extrinsic)
        self._active[name] = broadcast
        broadcast.begin(lambda: self.stop(name))
        return name

    def stop(self, name: str) -> bool:
        """Stop a broadcast; returns whether there was one."""
        broadcast = self._active.pop(name, None)
        if broadcast is not None:
            broadcast.cancel()
        return broadcast is not None

    def close(self) -> None:
        for name in list(self._active):
            self.stop(name)


class _Broadcast:
    """Submits one extrinsic to the pool whenever the head moves without including it."""

    def __init__(self, chain: Chain, extrinsic: bytes) -> None:
        self._chain = chain
        try:
            self._extrinsic, self._is_one = opaque(extrinsic), True
        except BadOpaque:
            self._extrinsic, self._is_one = extrinsic, False
        self._hash = extrinsic_hash(self._extrinsic)
        self._is_over = False
        self._cancel: Cancel | None = None

    def begin(self, done: Callable[[], object]) -> None:
        """Submit the extrinsic now, and again until it is final; `done` is called then."""

        def hear(event: Event) -> None:
            if isinstance(event, Finalized):
                if any(self._is_in(block.hash) for block in (*event.below, event.block)):
                    done()
            elif isinstance(event, (Imported, HeadMoved)):
                self._offer(event)

        self._cancel = self._chain.listen(hear)
        if self._is_over:
            self._cancel()
        else:
            self._submit()

    def cancel(self) -> None:
        self._is_over = True
        if self._cancel is not None:
            self._cancel()

    def _offer(self, event: Imported | HeadMoved) -> None:
        if self._is_over or self._hash in self._chain.pool:
            return
        if isinstance(event, Imported) and self._extrinsic in event.block.extrinsics:
            return
        self._submit()

    def _submit(self) -> None:
        """Submit once; the pool's refusals are not reported to the client."""
        if self._is_one:
            with contextlib.suppress(BtError):
                self._chain.submit(self._extrinsic)

    def _is_in(self, block_hash: bytes) -> bool:
        block = self._chain.block(block_hash)
        return block is not None and self._extrinsic in block.extrinsics


def _event(status: Status) -> dict[str, Any]:
    """A status of the pool in the terms of the interface."""
    if status.kind in ("future", "ready"):
        return {"event": "validated"}
    if status.kind == "retracted":
        return {"event": "bestChainBlockIncluded", "block": None}
    if status.kind in _OVER:
        event, reason = _OVER[status.kind]
        return {"event": event, "error": reason}
    block = {"hash": hex_of(status.hash or b""), "index": status.place}
    name = "finalized" if status.kind == "finalized" else "bestChainBlockIncluded"
    return {"event": name, "block": block}


def _refusal(error: BtError) -> dict[str, Any]:
    """The event of a watch for an extrinsic that the pool refused."""
    if not isinstance(error, PoolError):
        return {"event": "error", "error": str(error)}
    event = "invalid" if error.code in _REFUSED_FOR_GOOD else "dropped"
    return {"event": event, "error": error.text + (f": {error.data}" if error.data else "")}
