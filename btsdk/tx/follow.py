"""Submission of an extrinsic, followed to a receipt or an error.

A submission is sent once, never twice. If the connection is lost before the answer, the extrinsic
may have arrived or not; it is then searched for by its hash in the following blocks, until its era
ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from btsdk.errors import (
    ConnectionLost,
    DeadlineExceeded,
    DispatchError,
    ShieldedNotOpened,
    TransactionDropped,
    TransactionExpired,
    TransactionRefused,
    UsageError,
)
from btsdk.metadata import Metadata
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
from btsdk.state.runtimes import Runtime, Runtimes
from btsdk.tx.dispatch import dispatch_error
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
    runtimes: Runtimes, wanted: Plan | SignedPayload, wait: Wait = "included"
) -> Program[Receipt]:
    """Submit, and follow until `wait` is reached, emitting each `Progress`.

    Raises `TransactionRefused`, `TransactionDropped`, `TransactionExpired`, `DispatchError` if the
    extrinsic failed in its block, or `UnexpectedOutcome` if it succeeded without the expected
    events.
    """
    at = yield from head(runtimes)
    extrinsic, sealed = yield from _extrinsics(wanted, at)
    verified = _note_unverified(runtimes, wanted, extrinsic, at)
    found = yield from _follow(runtimes, extrinsic, at, wait)
    if verified:
        runtimes.signed(_made_with(wanted, at), verified=True)
    expects = extrinsic.unsigned.expects
    if sealed is not None:
        if found.error is None:
            found.check(expects)
        found = yield from _opened(runtimes, found, sealed)
        expects = sealed.unsigned.expects
    yield from ask(Emit(Progress("done", found.extrinsic_hash, found.block_hash, found)))
    if found.error is not None:
        raise found.error
    found.check(expects)
    return found


def send(runtimes: Runtimes, wanted: Plan | SignedPayload) -> Program[str]:
    """Submit without waiting; returns the hash of the extrinsic that the pool accepted.

    With MEV protection it is the hash of the inner extrinsic.
    """
    at = yield from head(runtimes)
    extrinsic, sealed = yield from _extrinsics(wanted, at)
    _note_unverified(runtimes, wanted, extrinsic, at)
    try:
        yield from ask(RpcCall("author_submitExtrinsic", (_hex(extrinsic),)))
    except TransactionRefused as refusal:
        yield from _blame(runtimes, refusal, extrinsic, at)
        raise
    return extrinsic.hash if sealed is None else sealed.hash


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
            return DryRun(TransactionRefused(1010, name, hint=_hint(name, extrinsic)))
    return DryRun(None)


def _extrinsics(
    wanted: Plan | SignedPayload, at: BlockContext
) -> Program[tuple[SignedExtrinsic, SignedExtrinsic | None]]:
    """The extrinsic to submit, and the one sealed in it with MEV protection."""
    if not isinstance(wanted, Plan) or not wanted.options.mev_protection:
        return (yield from _extrinsic(wanted, at)), None
    from btsdk.tx.shielded import envelope  # noqa: PLC0415  # few are sent sealed

    plan = yield from finish(wanted, at)
    shown = replace(at, runtime=plan.at.runtime)  # metadata fetched since was not previewed
    both = yield from envelope(shown, plan.payload, plan.own_signer())
    return _encoded(both.outer, at, plan.at.metadata), both.inner


def _made_with(wanted: Plan | SignedPayload, at: BlockContext) -> Runtime:
    return wanted.at.runtime if isinstance(wanted, Plan) else at.runtime


def _note_unverified(
    runtimes: Runtimes, wanted: Plan | SignedPayload, extrinsic: SignedExtrinsic, at: BlockContext
) -> bool:
    """Whether the chain verifies the metadata; if not, this is noted before sending."""
    verified = extrinsic.unsigned.signing.metadata_hash is not None
    if not verified:
        runtimes.signed(_made_with(wanted, at), verified=False)
    return verified


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
        return _encoded(wanted, at, at.metadata)
    return _encoded((yield from finish(wanted, at)).sign(), at, wanted.at.metadata)


def _encoded(signed: SignedPayload, at: BlockContext, metadata: Metadata) -> SignedExtrinsic:
    _check(signed, at)
    extrinsic = signed.extrinsic(metadata)
    last_block = signed.unsigned.last_block
    if last_block is not None and at.number >= last_block:
        raise TransactionExpired(extrinsic.hash, last_block)
    return extrinsic


def _check(signed: SignedPayload, at: BlockContext) -> None:
    """Raise if the signature's runtime version is not the chain's: an upgrade makes it invalid."""
    made_for = signed.unsigned.signing.spec_version
    if made_for != at.runtime.spec_version:
        raise UsageError(
            f"signed for runtime version {made_for}, but the chain runs {at.runtime.spec_version}",
            hint="Prepare the operation again and sign it.",
        )


def _follow(
    runtimes: Runtimes, extrinsic: SignedExtrinsic, at: BlockContext, wait: Wait
) -> Program[Receipt]:
    watch = Subscribe(
        "author_submitAndWatchExtrinsic",
        (_hex(extrinsic),),
        "author_unwatchExtrinsic",
        renewable=False,
    )
    try:
        subscription = yield from ask(watch)
        yield from ask(Emit(Progress("submitted", extrinsic.hash)))
        found = yield from _watch(runtimes, extrinsic, subscription, wait)
    except (ConnectionLost, DeadlineExceeded):
        yield from ask(Emit(Progress("searching", extrinsic.hash)))
        return (yield from _search(runtimes, extrinsic, at.number, wait))
    except TransactionRefused as refusal:
        yield from _blame(runtimes, refusal, extrinsic, at)
        raise
    return found


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
                yield from _still_alive(extrinsic)
            continue
        status, detail = _status(notification.value)
        block_hash = detail if status in _OF_A_BLOCK else None
        yield from ask(Emit(Progress(status, extrinsic.hash, block_hash)))
        if status in _FINAL:
            yield from _still_alive(extrinsic)
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
    runtimes: Runtimes, extrinsic: SignedExtrinsic, start: int, wait: Wait
) -> Program[Receipt]:
    """Search every block from `start` for the hash, until the era has ended. Blocks that are not
    final are searched again, because a reorg may replace them."""
    until = (yield from ask(Now())) + SEARCH_FOR
    last_block = extrinsic.unsigned.last_block
    number = start
    while True:
        final = wait == "finalized"
        tip = yield from _height(finalized=final)
        for number_at in range(number, tip + 1):
            block_hash = yield from ask(RpcCall("chain_getBlockHash", (number_at,)))
            found = yield from receipt(runtimes, block_hash, extrinsic.hash, finalized=final)
            if found is not None:
                return found
        settled = tip if final else (yield from _height(finalized=True))
        number = max(number, min(tip, settled) + 1)
        if last_block is not None and tip >= last_block:
            raise TransactionExpired(extrinsic.hash, last_block)
        if (yield from ask(Now())) > until:
            raise TransactionDropped("lost with the connection", extrinsic.hash, hint=_LOST)
        yield from ask(Sleep(SEARCH_EVERY))


def _height(*, finalized: bool) -> Program[int]:
    params: tuple[Json, ...] = ()
    if finalized:
        params = ((yield from ask(RpcCall("chain_getFinalizedHead"))),)
    header = yield from ask(RpcCall("chain_getHeader", params))
    return height(header)


def _is_final(block_hash: str) -> Program[bool]:
    """Whether the block is on the best chain, and not above the last finalized one."""
    header = yield from ask(RpcCall("chain_getHeader", (block_hash,)))
    if header is None or (yield from _height(finalized=True)) < int(header["number"], 16):
        return False
    number = int(header["number"], 16)
    return bool((yield from ask(RpcCall("chain_getBlockHash", (number,)))) == block_hash)


def _still_alive(extrinsic: SignedExtrinsic) -> Program[None]:
    """Raise `TransactionExpired` once no block can include the extrinsic any more."""
    last_block = extrinsic.unsigned.last_block
    if last_block is not None and (yield from _height(finalized=False)) >= last_block:
        raise TransactionExpired(extrinsic.hash, last_block)


def _blame(
    runtimes: Runtimes, refusal: TransactionRefused, extrinsic: SignedExtrinsic, at: BlockContext
) -> Program[None]:
    """Find the cause of a refusal: raises `TransactionExpired`, or sets the hint.

    `BadProof` has two usual causes: the era has ended (the chain then takes another birth block),
    or the signature commits to other metadata. The cached metadata is then dropped, so that the
    next attempt fetches it again.
    """
    if refusal.reason == "AncientBirthBlock":
        raise TransactionExpired(extrinsic.hash, extrinsic.unsigned.last_block) from refusal
    if refusal.reason == "BadProof":
        yield from _still_alive(extrinsic)
        if extrinsic.unsigned.signing.metadata_hash is not None:
            runtimes.forget(at.runtime)
    refusal.hint = _hint(refusal.reason, extrinsic) or refusal.hint


def _hint(reason: str, extrinsic: SignedExtrinsic) -> str | None:
    """The hint for a refusal that the metadata hash caused."""
    if extrinsic.unsigned.signing.metadata_hash is None:
        return None
    return _OF_METADATA.get(reason)


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


_OF_METADATA: dict[str, str] = {
    "BadProof": "Signed with another key, or with metadata that is not the chain's: the endpoint "
    "described another chain or another runtime. Prepare it again; if that fails, too, use another "
    "endpoint.",
    "CannotLookup": "The runtime was built without the hash of its metadata, or the endpoint lies "
    "to get a signature that the chain cannot verify. On a chain of your own, prepare it with "
    "check_metadata=False (--no-check-metadata); on any other, use another endpoint.",
}
_DROPPED: dict[str, str] = {
    "usurped": "Another extrinsic of this account with the same nonce took its place.",
    "dropped": "The node's pool was full (try again, or pay a tip), or the node cannot make "
    "blocks: see its log and its /health page.",
    "invalid": "The chain's state has changed: prepare the operation again.",
}
_LOST = "It may still be included until its era ends: search for its hash before you send it again."
