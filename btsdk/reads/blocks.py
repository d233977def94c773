"""The stream of block headers: each block once and in order.

Subscriptions skip blocks (finality advances in steps, a lost connection loses messages); the
missing ones are fetched. If no higher block arrives for `stale_after` seconds, the connection is
replaced by one to the next endpoint; once each endpoint was tried, that is an error.
"""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.errors import DeadlineExceeded, ProtocolError
from btsdk.rpc.effects import (
    Connection,
    Emit,
    Json,
    Next,
    Now,
    Program,
    Replace,
    RpcBatch,
    RpcCall,
    Subscribe,
    Subscription,
    ask,
)
from btsdk.state.block_context import height

STALE_AFTER = 120.0
"""Seconds: ten slots on finney."""

FILL_MOST = 256
"""The most blocks to fetch for one gap; a longer gap is skipped."""


@dataclass(frozen=True)
class Header:
    """A block's header, with the block's hash."""

    number: int
    hash: str
    parent_hash: str
    state_root: str
    extrinsics_root: str


def watch(finalized: bool = False, stale_after: float | None = STALE_AFTER) -> Program[None]:
    """Emit a `Header` for each new block, starting with the current one, without end.

    After a reorg a height is repeated with another hash.
    """
    heads = yield from ask(subscription(finalized=finalized))
    last: Header | None = None
    while True:
        number = yield from moved_head(heads, None if last is None else last.number, stale_after)
        if number is None:
            raise _stuck(stale_after)
        for found in (yield from headers(_missing(last, number))):
            if last is None or found.hash != last.hash:  # a renewed subscription repeats the head
                last = found
                yield from ask(Emit(found))


def subscription(*, finalized: bool) -> Subscribe:
    """The subscription to best or to finalized heads."""
    kind = "Finalized" if finalized else "New"
    return Subscribe(f"chain_subscribe{kind}Heads", (), f"chain_unsubscribe{kind}Heads")


def headers(numbers: range) -> Program[list[Header]]:
    """The headers at these heights on the current best chain."""
    hashes = yield from ask(RpcBatch(tuple(RpcCall("chain_getBlockHash", (n,)) for n in numbers)))
    known = [block_hash for block_hash in hashes if block_hash is not None]
    found = yield from ask(RpcBatch(tuple(RpcCall("chain_getHeader", (h,)) for h in known)))
    return [header(h, value) for h, value in zip(known, found, strict=True) if value is not None]


def header(block_hash: str, value: Json) -> Header:
    """Parse a header from the node's JSON."""
    try:
        return Header(
            int(value["number"], 16),
            block_hash,
            value["parentHash"],
            value["stateRoot"],
            value["extrinsicsRoot"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"the node's answer is not a header: {value!r}") from error


def _missing(last: Header | None, number: int) -> range:
    """The heights to fetch since the last emitted one; none if the gap is too long."""
    if last is None or number <= last.number:
        return range(number, number + 1)
    return range(max(last.number + 1, number - FILL_MOST), number + 1)


def moved_head(
    heads: Subscription, last: int | None, stale_after: float | None, until: float | None = None
) -> Program[int | None]:
    """The height of the next head; None at the time `until`.

    A new connection tells the current head first, which says nothing if it is the last one.
    """
    replaced = 0
    most = 1
    while True:
        connection = yield from ask(Connection())
        patience = stale_after
        if until is not None:
            left = max(until - (yield from ask(Now())), 0.0)
            patience = left if stale_after is None else min(left, stale_after)
        number = yield from _next_head(heads, patience)
        if number is not None and (not replaced or last is None or number > last):
            return number
        if until is not None and (yield from ask(Now())) >= until:
            return None
        if number is None:
            if replaced < most:
                most = yield from ask(Replace(connection))
            if replaced >= most:
                raise _stuck(stale_after)
            replaced += 1


def _stuck(stale_after: float | None) -> DeadlineExceeded:
    return DeadlineExceeded(
        "the node",
        f"sent no new block for {stale_after:g} seconds",
        hint="It may be stuck or offline: compare with another endpoint.",
    )


def _next_head(heads: Subscription, stale_after: float | None) -> Program[int | None]:
    """The height of the next message; None after `stale_after` seconds."""
    notification = yield from ask(Next((heads,), stale_after))
    if notification is None:
        return None
    try:
        return height(notification.value)
    except (KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"the node sent no header: {notification.value!r}") from error
