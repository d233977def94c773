"""One `chainHead_v1_follow` subscription: its reported blocks, and the pinned ones among them.

Every block is reported after its parent, and never twice. If that is impossible (the chain went
back behind a finalized block, or the client pins too many) the subscription stops, and the client
has to follow again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from btsdk.errors import BtError
from local_node.chain.block import BlockRef, Header
from local_node.chain.chain import Chain
from local_node.chain.events import Event, Finalized, HeadMoved, Imported
from local_node.chain.listeners import Cancel
from local_node.rpc.chain_head.operations import Operations
from local_node.rpc.errors import RpcFailure
from local_node.rpc.peer import Subscription
from local_node.rpc.wire import hex_of
from local_node.runtime.version import RuntimeVersion

MAX_FOLLOWS: Final = 4
"""Subscriptions of one client at a time; the specification requires at least 2."""
MAX_PINNED: Final = 2048
"""Pinned blocks of one subscription: more than one request makes, fewer than have their states on a
chain that prunes.
"""
RECENT: Final = 16
"""Finalized blocks that are reported at first."""
TOO_MANY_FOLLOWS: Final = -32800
NOT_PINNED: Final = -32801
UNPINNED_TWICE: Final = -32804


class _Gap(Exception):
    """The change cannot be reported without a contradiction."""


class _Known(NamedTuple):
    """A block that was reported to the client, from the finalized one upwards."""

    parent: bytes
    version: RuntimeVersion | None


class Follows:
    """The subscriptions of one client."""

    def __init__(self) -> None:
        self._open: dict[str, Follow] = {}

    def open(self, chain: Chain, subscription: Subscription, *, with_runtime: bool) -> None:
        """Follow the chain; raises `RpcFailure` if the client has too many subscriptions."""
        if len(self._open) >= MAX_FOLLOWS:
            raise RpcFailure(
                TOO_MANY_FOLLOWS,
                "Maximum number of chainHead_follow has been reached",
                f"{MAX_FOLLOWS} on a connection",
            )
        follow = Follow(chain, subscription, with_runtime=with_runtime)
        self._open[subscription.id] = follow
        cancel = follow.begin()

        def ended() -> None:
            cancel()
            self._open.pop(subscription.id, None)

        subscription.on_cancel(ended)

    def get(self, subscription_id: str) -> Follow | None:
        """The subscription with an id, None if it has ended or never existed."""
        return self._open.get(subscription_id)

    def close(self) -> None:
        self._open.clear()


class Follow:
    """One subscription of a client. Events come from any thread that changes the chain."""

    def __init__(self, chain: Chain, subscription: Subscription, *, with_runtime: bool) -> None:
        self.with_runtime = with_runtime
        self.operations = Operations(subscription.push)
        self._chain = chain
        self._subscription = subscription
        self._lock = threading.Lock()
        self._pinned: set[bytes] = set()
        self._known: dict[bytes, _Known] = {}
        self._finalized = b""

    # Pins

    def require_pinned(self, block_hash: bytes) -> None:
        """Raises `RpcFailure` for a block that was not reported to the client, or is unpinned."""
        with self._lock:
            if block_hash not in self._pinned:
                raise _not_pinned(block_hash)

    def unpin(self, hashes: list[bytes]) -> None:
        """Unpin all of these blocks or, on an error, none."""
        if len(set(hashes)) != len(hashes):
            raise RpcFailure(UNPINNED_TWICE, "A block hash is there twice")
        with self._lock:
            for block_hash in hashes:
                if block_hash not in self._pinned:
                    raise _not_pinned(block_hash)
            self._pinned.difference_update(hashes)

    def _pin(self, block_hash: bytes) -> None:
        with self._lock:
            if len(self._pinned) >= MAX_PINNED:
                raise _Gap
            self._pinned.add(block_hash)

    # Events

    def begin(self) -> Cancel:
        """Report the current blocks, then every change; returns a function that stops."""
        return self._chain.listen(
            lambda event: self._unless_torn(lambda: self._hear(event)),
            lambda: self._unless_torn(self._say_how_things_stand),
        )

    def _unless_torn(self, tell: Callable[[], None]) -> None:
        try:
            tell()
        except _Gap:
            self._push({"event": "stop"})
            self._subscription.peer.end(self._subscription.id)

    def _say_how_things_stand(self) -> None:
        finalized, best = self._chain.finalized, self._chain.best
        recent = [finalized.hash, *self._parents(finalized.hash, RECENT - 1)][::-1]
        for block_hash in recent:
            self._pin(block_hash)
        event: dict[str, Any] = {
            "event": "initialized",
            "finalizedBlockHashes": [hex_of(it) for it in recent],
        }
        version = self._version(finalized.hash)
        if self.with_runtime:
            event["finalizedBlockRuntime"] = _runtime_json(version)
        self._push(event)
        self._finalized = finalized.hash
        self._known[finalized.hash] = _Known(b"", version)
        self._enter(ref.hash for ref in self._chain.unfinalized())
        self._push_best(best.hash)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Imported):
            self._leave(event.retracted)
            self._enter([*(ref.hash for ref in event.enacted), event.block.hash])
            self._push_best(event.block.hash)
        elif isinstance(event, HeadMoved):
            self._leave(event.retracted)
            self._enter(ref.hash for ref in event.enacted)
            self._push_best(event.best.hash)
        elif isinstance(event, Finalized):
            self._finalize(event.block.hash)

    def _leave(self, retracted: Iterable[BlockRef]) -> None:
        """Handle blocks that left the best chain; only finalized ones are a contradiction."""
        for ref in retracted:
            if ref.hash not in self._known or ref.hash == self._finalized:
                raise _Gap

    def _enter(self, hashes: Iterable[bytes]) -> None:
        for block_hash in hashes:
            if block_hash not in self._known:
                self._push_new(self._header(block_hash))

    def _push_new(self, header: Header) -> None:
        parent = self._known.get(header.parent_hash)
        if parent is None:
            raise _Gap
        self._pin(header.hash)
        version = self._version(header.hash)
        self._known[header.hash] = _Known(header.parent_hash, version)
        event: dict[str, Any] = {
            "event": "newBlock",
            "blockHash": hex_of(header.hash),
            "parentBlockHash": hex_of(header.parent_hash),
        }
        if self.with_runtime:
            event["newRuntime"] = None if version == parent.version else _runtime_json(version)
        self._push(event)

    def _push_best(self, block_hash: bytes) -> None:
        if block_hash not in self._known:
            raise _Gap
        self._push({"event": "bestBlockChanged", "bestBlockHash": hex_of(block_hash)})

    def _finalize(self, block_hash: bytes) -> None:
        """Report `block_hash` and its ancestors as final; blocks that do not descend from it are
        pruned."""
        if block_hash == self._finalized:
            return
        way = self._way_down(block_hash)
        if way is None:
            raise _Gap
        others = [it for it in self._known if it not in way and it != self._finalized]
        pruned = [it for it in others if not self._stands_on(it, block_hash)]
        self._push(
            {
                "event": "finalized",
                "finalizedBlockHashes": [hex_of(it) for it in reversed(way)],
                "prunedBlockHashes": [hex_of(it) for it in pruned],
            }
        )
        for gone in (self._finalized, *way[1:], *pruned):
            del self._known[gone]
        self._finalized = block_hash

    def _way_down(self, block_hash: bytes) -> list[bytes] | None:
        """The blocks from a block down to the one above the finalized; None if it does not descend
        from that."""
        way: list[bytes] = []
        at = block_hash
        while at != self._finalized:
            known = self._known.get(at)
            if known is None:
                return None
            way.append(at)
            at = known.parent
        return way

    def _stands_on(self, block_hash: bytes, base: bytes) -> bool:
        while block_hash != base:
            known = self._known.get(block_hash)
            if known is None:
                return False
            block_hash = known.parent
        return True

    # Queries

    def _parents(self, block_hash: bytes, count: int) -> list[bytes]:
        """At most `count` ancestors of a block, the nearest first, as far as they are stored."""
        found: list[bytes] = []
        header = self._chain.header(self._header(block_hash).parent_hash)
        while header is not None and len(found) < count:
            found.append(header.hash)
            header = self._chain.header(header.parent_hash)
        return found

    def _header(self, block_hash: bytes) -> Header:
        header = self._chain.header(block_hash)
        if header is None:
            raise _Gap
        return header

    def _version(self, block_hash: bytes) -> RuntimeVersion | None:
        """The runtime's version; None if its code has none, or the client did not ask for it."""
        if not self.with_runtime:
            return None
        try:
            return self._chain.version(block_hash)
        except BtError:
            return None

    def _push(self, event: dict[str, Any]) -> None:
        self._subscription.push(event)


def _not_pinned(block_hash: bytes) -> RpcFailure:
    return RpcFailure(NOT_PINNED, "Invalid block hash", f"{hex_of(block_hash)} is not pinned")


def _runtime_json(version: RuntimeVersion | None) -> dict[str, Any]:
    if version is None:
        return {"type": "invalid", "error": "the runtime's code does not say its version"}
    return {
        "type": "valid",
        "spec": {
            "specName": version.spec_name,
            "implName": version.impl_name,
            "specVersion": version.spec_version,
            "implVersion": version.impl_version,
            "transactionVersion": version.transaction_version,
            "apis": {hex_of(api): number for api, number in version.apis},
        },
    }
