"""Submission of an extrinsic, followed to a receipt or an error.

A submission is sent once, never twice. If the connection is lost before the answer, the extrinsic
may have arrived or not; it is then searched for by its hash in the following blocks, until its era
ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from btsdk.errors import (
    BtError,
    ConnectionLost,
    DeadlineExceeded,
    DispatchError,
    ShieldedNotOpened,
    TransactionDropped,
    TransactionExpired,
    TransactionRefused,
    TransportError,
)
from btsdk.keys import ss58
from btsdk.rpc.effects import (
    Emit,
    Json,
    Next,
    Now,
    Program,
    RpcCall,
    Sleep,
    Subscribe,
    Subscription,
    ask,
)
from btsdk.state.block_context import BlockContext, head, height, unhex
from btsdk.state.query import storage
from btsdk.state.runtimes import Runtimes
from btsdk.storage.system import Account
from btsdk.tx.dispatch import dispatch_error
from btsdk.tx.nonces import Nonces
from btsdk.tx.placing import Place, Placed, encoded, hint_of, still_alive
from btsdk.tx.prepare import Plan, finish
from btsdk.tx.receipt import Receipt, receipt
from btsdk.tx.signed import SignedExtrinsic, SignedPayload

Wait = Literal["included", "finalized"]

LOOK_EVERY = 15.0
"""Seconds without a notification before the era is checked."""

SEARCH_EVERY = 2.0
"""Seconds between two queries for new blocks while searching for a hash."""

SEARCH_FOR = 180.0
"""Seconds before a search gives up, even if the era has not ended."""

_FINAL = frozenset({"usurped", "dropped", "invalid"})
_OF_A_BLOCK = frozenset({"inBlock", "retracted", "finalized", "finalityTimeout"})


@dataclass(frozen=True)
class Progress:
    """One step of a submission: the pool's status, with block and receipt once they exist.

    After `retracted` the block is no longer on the best chain, and the extrinsic waits for another.
    """

    status: str
    extrinsic_hash: str
    block_hash: str | None = None
    receipt: Receipt | None = None


@dataclass(frozen=True)
class DryRun:
    """The result of a dry run at the best block: `error` is None if the extrinsic would succeed."""

    error: DispatchError | TransactionRefused | None


def submit(
    runtimes: Runtimes, nonces: Nonces, wanted: Plan | SignedPayload, wait: Wait = "included"
) -> Program[Receipt]:
    """Submit, and follow until `wait` is reached, emitting each `Progress`.

    Raises `TransactionRefused`, `TransactionDropped`, `TransactionExpired`, `DispatchError` if the
    extrinsic failed in its block, or `UnexpectedOutcome` if it succeeded without the expected
    events.
    """
    place = Place(runtimes, nonces, wanted, _watching)
    placed = yield from place.run()
    try:
        found = yield from _outcome(runtimes, placed, wait)
    except TransactionDropped:
        place.give_back()
        yield from place.leave()
        raise
    except BtError:
        yield from place.leave()
        raise
    place.give_back()  # the node counts it now, until a development chain is reverted
    yield from place.leave()
    if placed.verified:
        made_with = wanted.at if isinstance(wanted, Plan) else placed.at
        runtimes.signed(made_with.runtime, verified=True)
    yield from ask(Emit(Progress("done", found.extrinsic_hash, found.block_hash, found)))
    if found.error is not None:
        raise found.error
    found.check((placed.sealed or placed.outer).unsigned.expects)
    return found


def send(runtimes: Runtimes, nonces: Nonces, wanted: Plan | SignedPayload) -> Program[str]:
    """Submit without waiting; returns the hash of the extrinsic that the pool accepted.

    With MEV protection it is the hash of the inner extrinsic.
    """
    place = Place(runtimes, nonces, wanted, _sending)
    placed = yield from place.run()
    if placed.lost is not None:
        raise placed.lost
    place.reserve(placed)
    yield from place.leave()
    return (placed.sealed or placed.outer).hash


def dry_run(runtimes: Runtimes, wanted: Plan | SignedPayload) -> Program[DryRun]:
    """Dry-run the signed extrinsic on the node; it is not submitted.

    `system_dryRun` is an unsafe method: public nodes refuse it with an `RpcError`.
    """
    at = yield from head(runtimes)
    if isinstance(wanted, Plan) and wanted.options.mev_protection:
        wanted = (yield from finish(wanted, at)).openly()
    extrinsic = yield from _extrinsic(wanted, at)
    data = extrinsic.data
    answer = yield from ask(RpcCall("system_dryRun", ("0x" + data.hex(), at.hash)))
    outcome = at.metadata.decode_api_output("BlockBuilder", "apply_extrinsic", unhex(answer))
    match outcome:
        case ("Ok", ("Err", error)):
            return DryRun(dispatch_error(at.metadata, error))
        case ("Err", reason):
            name = _validity(reason)
            return DryRun(TransactionRefused(1010, name, hint=hint_of(name, extrinsic)))
    return DryRun(None)


def _watching(extrinsic: SignedExtrinsic) -> Subscribe:
    return Subscribe(
        "author_submitAndWatchExtrinsic",
        (_hex(extrinsic),),
        "author_unwatchExtrinsic",
        renewable=False,
    )


def _sending(extrinsic: SignedExtrinsic) -> RpcCall:
    return RpcCall("author_submitExtrinsic", (_hex(extrinsic),))


def _outcome(runtimes: Runtimes, placed: Placed, wait: Wait) -> Program[Receipt]:
    """The receipt, with MEV protection that of the extrinsic in the envelope."""
    found = yield from _follow(runtimes, placed, wait)
    if placed.sealed is None:
        return found
    if found.error is None:
        found.check(placed.outer.unsigned.expects)
    return (yield from _opened(runtimes, found, placed.sealed))


def _opened(runtimes: Runtimes, carried: Receipt, sealed: SignedExtrinsic) -> Program[Receipt]:
    """The receipt of the extrinsic in an envelope, which is in the same block."""
    found = yield from receipt(
        runtimes, carried.block_hash, sealed.hash, finalized=carried.finalized
    )
    if found is None:
        raise ShieldedNotOpened(sealed.hash, carried.extrinsic_hash, carried.block_hash)
    return found


def _extrinsic(wanted: Plan | SignedPayload, at: BlockContext) -> Program[SignedExtrinsic]:
    if isinstance(wanted, SignedPayload):
        return encoded(wanted, at, at.metadata)
    return encoded((yield from finish(wanted, at)).sign(), at, wanted.at.metadata)


def _follow(runtimes: Runtimes, placed: Placed, wait: Wait) -> Program[Receipt]:
    extrinsic = placed.outer
    if placed.lost is None:
        try:
            yield from ask(Emit(Progress("submitted", extrinsic.hash)))
            return (yield from _watch(runtimes, extrinsic, placed.reply, wait))
        except TransportError:
            pass
    elif not isinstance(placed.lost, (ConnectionLost, DeadlineExceeded)):
        raise placed.lost  # no connection could be made: nothing was sent
    yield from ask(Emit(Progress("searching", extrinsic.hash)))
    return (yield from _search(runtimes, extrinsic, placed.at, wait))


def _watch(
    runtimes: Runtimes, extrinsic: SignedExtrinsic, subscription: Subscription, wait: Wait
) -> Program[Receipt]:
    """Follow the extrinsic to the block to wait for; a reorg may move it to another block.

    An extrinsic in a block does not expire, however long finality takes.
    """
    in_block: str | None = None
    while True:
        notification = yield from ask(Next((subscription,), LOOK_EVERY))
        if notification is None:
            if in_block is None:
                yield from still_alive(extrinsic)
            continue
        status, detail = _status(notification.value)
        block_hash = detail if status in _OF_A_BLOCK else None
        yield from ask(Emit(Progress(status, extrinsic.hash, block_hash)))
        if status in _FINAL:
            yield from still_alive(extrinsic)
            raise TransactionDropped(status, extrinsic.hash, hint=_DROPPED.get(status))
        in_block = None if status == "retracted" else block_hash
        if in_block is None:
            continue
        finalized = status == "finalized"
        if wait == "finalized" and status == "inBlock":
            # With instant finality the notification may still come later.
            if not (yield from _is_final(in_block)):
                continue
            finalized = True
            yield from ask(Emit(Progress("finalized", extrinsic.hash, in_block)))
        found = yield from receipt(runtimes, in_block, extrinsic.hash, finalized=finalized)
        if found is not None:
            return found


def _search(
    runtimes: Runtimes, extrinsic: SignedExtrinsic, start: BlockContext, wait: Wait
) -> Program[Receipt]:
    """Search every block from `start` for the hash, until none can include it any more. Blocks that
    are not final are searched again, because a reorg may replace them."""
    until = (yield from ask(Now())) + SEARCH_FOR
    last_block = extrinsic.unsigned.last_block
    number = start.number
    final = wait == "finalized"
    while True:
        try:
            settled = yield from _finalized()
            overtaken = yield from _overtaken(extrinsic, replace(start, hash=settled.hash))
            tip = settled.number if final else (yield from _height(finalized=False))
            for number_at in range(number, tip + 1):
                block_hash = yield from ask(RpcCall("chain_getBlockHash", (number_at,)))
                found = yield from receipt(runtimes, block_hash, extrinsic.hash, finalized=final)
                if found is not None:
                    return found
        except TransportError:  # it may be in a block: only the search can tell
            overtaken, tip = False, -1
        else:
            number = max(number, min(tip, settled.number) + 1)
        if overtaken:
            raise TransactionDropped("usurped", extrinsic.hash, hint=_DROPPED["usurped"])
        if last_block is not None and tip >= last_block:
            raise TransactionExpired(extrinsic.hash, last_block)
        if (yield from ask(Now())) > until:
            raise TransactionDropped("lost with the connection", extrinsic.hash, hint=_LOST)
        yield from ask(Sleep(SEARCH_EVERY))


def _overtaken(extrinsic: SignedExtrinsic, at: BlockContext) -> Program[bool]:
    """Whether a transaction with this nonce is in a final block: this one, or another in its
    place."""
    unsigned = extrinsic.unsigned
    account = yield from storage(at, Account, ss58.decode(unsigned.address))
    return int(account["nonce"]) > unsigned.signing.nonce


class _FinalizedBlock(NamedTuple):
    hash: str
    number: int


def _finalized() -> Program[_FinalizedBlock]:
    block_hash = yield from ask(RpcCall("chain_getFinalizedHead"))
    header = yield from ask(RpcCall("chain_getHeader", (block_hash,)))
    return _FinalizedBlock(block_hash, height(header))


def _height(*, finalized: bool) -> Program[int]:
    params: tuple[Json, ...] = ()
    if finalized:
        params = ((yield from ask(RpcCall("chain_getFinalizedHead"))),)
    return height((yield from ask(RpcCall("chain_getHeader", params))))


def _is_final(block_hash: str) -> Program[bool]:
    """Whether the block is on the best chain, and not above the last finalized one."""
    header = yield from ask(RpcCall("chain_getHeader", (block_hash,)))
    if header is None or (yield from _height(finalized=True)) < int(header["number"], 16):
        return False
    number = int(header["number"], 16)
    return bool((yield from ask(RpcCall("chain_getBlockHash", (number,)))) == block_hash)


def _status(value: Json) -> tuple[str, Any]:
    """`"ready"`, or `{"inBlock": "0x…"}`."""
    if isinstance(value, dict) and value:
        return next(iter(value.items()))
    return str(value), None


def _validity(reason: Any) -> str:
    """`("Invalid", "Payment")` as `Payment`, `("Invalid", ("Custom", 3))` as `Custom(3)`."""
    _, detail = reason if isinstance(reason, tuple) else ("", reason)
    return detail if isinstance(detail, str) else f"{detail[0]}({detail[1]})"


def _hex(extrinsic: SignedExtrinsic) -> str:
    return "0x" + extrinsic.data.hex()


_DROPPED: dict[str, str] = {
    "usurped": "Another extrinsic of this account with the same nonce took its place.",
    "dropped": "The node's pool was full (try again, or pay a tip), or the node cannot make "
    "blocks: see its log and its /health page.",
    "invalid": "The chain's state has changed: prepare the operation again.",
}
_LOST = "It may still be included until its era ends: search for its hash before you send it again."
