"""Placing an extrinsic in the pool: its nonce, its signature, and one request.

Plans whose nonce the SDK chooses are placed one after another for each account, each with the nonce
that the node counts at that moment. The node has accepted the one before by then, so that a refused
one leaves no gap, behind which the pool would keep others waiting.

An extrinsic is sent once. Only after the pool has refused one because its nonce is in use, and so
does not have it, is it signed with another nonce. A plan that was sent once keeps its nonce: the
chain can include it only once, however often it is submitted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from btsdk.errors import (
    BtError,
    TransactionExpired,
    TransactionRefused,
    TransportError,
    UsageError,
)
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Acquire, Program, Release, Request, RpcCall, ask
from btsdk.state.block_context import BlockContext, head, height
from btsdk.state.runtimes import Runtimes
from btsdk.tx.nonces import GRACE, Nonces
from btsdk.tx.prepare import Plan, counted_nonce, finish
from btsdk.tx.signed import SignedExtrinsic, SignedPayload

LOCK_TIMEOUT_S = 180.0
"""Seconds that a submission waits for those before it; an envelope may take eight blocks."""

TRIES = 5
"""How often a plan is signed if others take its nonce."""

_IN_USE = frozenset({"TooLowPriority", "Stale"})
_UNCERTAIN = frozenset({1012, 1013})
"""Codes for an extrinsic that the pool has, or had: it may be in a block."""


@dataclass(frozen=True)
class Placed:
    """A sent extrinsic. `reply` is the node's, `lost` the error if none came: it may have arrived.

    `outer` is what the pool has; `sealed` is the extrinsic in it with MEV protection.
    """

    outer: SignedExtrinsic
    sealed: SignedExtrinsic | None
    at: BlockContext
    verified: bool
    reply: Any = None
    lost: TransportError | None = None


class Place:
    """The submission of one plan or payload; `request` makes the request that sends it."""

    def __init__(
        self,
        runtimes: Runtimes,
        nonces: Nonces,
        wanted: Plan | SignedPayload,
        request: Callable[[SignedExtrinsic], Request[Any]],
    ) -> None:
        self._runtimes = runtimes
        self._nonces = nonces
        self._wanted = wanted
        self._request = request
        self._count = 2 if isinstance(wanted, Plan) and wanted.options.mev_protection else 1
        self._first: int | None = None
        address = wanted.address if isinstance(wanted, Plan) else wanted.unsigned.address
        self._account = ss58.decode(address)
        self._lock = nonce_lock(self._account)

    def run(self) -> Program[Placed]:
        """Send it. With MEV protection the lock is kept: call `leave` once the outcome is known."""
        at = yield from head(self._runtimes)
        wanted = self._wanted
        if isinstance(wanted, SignedPayload):
            _same_chain(wanted, self._runtimes.origin().genesis)
            return (yield from self._send(encoded(wanted, at, at.metadata), None, at))
        plan = yield from finish(wanted, at)
        plan.check_accepted()
        plan.own_signer()
        plan.check_policy()
        if plan.options.nonce is not None:
            return (yield from self._sign_and_send(plan, at, plan.first_nonce))
        yield from ask(Acquire(self._lock, LOCK_TIMEOUT_S))
        try:
            placed = yield from self._numbered(plan, at)
        except BtError:
            yield from self.leave()
            raise
        if placed.lost is not None or placed.sealed is None:
            yield from self.leave()
        return placed

    def leave(self) -> Program[None]:
        """Let the account's next submission begin."""
        yield from ask(Release(self._lock))

    def give_back(self) -> None:
        """Free the nonces of an extrinsic that left the pool, or that a block holds."""
        if self._first is not None:
            self._nonces.give_back(self._account, self._first, self._count)

    def reserve(self, placed: Placed) -> None:
        """Keep the nonce of a sealed extrinsic, which no pool counts, until its era ends."""
        sealed = placed.sealed
        if sealed is not None:
            last = sealed.unsigned.last_block or placed.at.number + GRACE
            self._nonces.reserve(self._account, sealed.unsigned.signing.nonce, last)

    def _numbered(self, plan: Plan, at: BlockContext) -> Program[Placed]:
        """Send a plan with the next free nonce, or with the one that it was sent with before."""
        if plan.sent.nonce is not None:
            try:
                return (yield from self._sign_and_send(plan, at, plan.sent.nonce))
            except TransactionRefused as refusal:
                if refusal.reason in _IN_USE:
                    refusal.hint = _SENT_BEFORE.format(plan.sent.nonce)
                raise
        for left in reversed(range(TRIES)):
            if self._count > 1:  # an envelope is sealed to the key of the newest block
                at = yield from head(self._runtimes)
            counted = yield from counted_nonce(plan.address)
            first = self._nonces.take(self._account, counted, at.number, self._count)
            try:
                return (yield from self._sign_and_send(plan, at, first))
            except TransactionRefused as refusal:
                if refusal.reason not in _IN_USE:
                    raise
                if not left:
                    refusal.hint = _TAKEN
                    raise
                # Another program took it, and the node may not count it yet.
                self._nonces.take(self._account, first, at.number)
        raise AssertionError("the last try returns or raises")

    def _sign_and_send(self, plan: Plan, at: BlockContext, first: int) -> Program[Placed]:
        self._first = first
        try:
            outer, sealed = yield from _signed(plan.with_nonce(first), at)
        except BaseException:
            self.give_back()
            raise
        was_sent = plan.sent.nonce is not None
        plan.sent.nonce = first
        try:
            return (yield from self._send(outer, sealed, at))
        except TransactionRefused as refusal:
            if not was_sent and refusal.code not in _UNCERTAIN:
                plan.sent.nonce = None
            raise

    def _send(
        self, outer: SignedExtrinsic, sealed: SignedExtrinsic | None, at: BlockContext
    ) -> Program[Placed]:
        verified = outer.unsigned.signing.metadata_hash is not None
        made_with = self._wanted.at if isinstance(self._wanted, Plan) else at
        if not verified:  # noted before it is sent
            self._runtimes.signed(made_with.runtime, verified=False)
        placed = Placed(outer, sealed, at, verified)
        try:
            return replace(placed, reply=(yield from ask(self._request(outer))))
        except TransportError as error:
            self.give_back()
            return replace(placed, lost=error)
        except TransactionRefused as refusal:
            self.give_back()
            yield from _blame(self._runtimes, refusal, outer, at)
            raise
        except BaseException:  # cancelled: the node tells whether it arrived
            self.give_back()
            raise


def nonce_lock(account: bytes) -> str:
    """The name of the lock under which an account's submissions follow each other."""
    return f"nonce of {account.hex()}"


def encoded(signed: SignedPayload, at: BlockContext, metadata: Metadata) -> SignedExtrinsic:
    """The extrinsic; raises if no block can include it any more."""
    _check(signed, at)
    extrinsic = signed.extrinsic(metadata)
    last_block = signed.unsigned.last_block
    if last_block is not None and at.number >= last_block:
        raise TransactionExpired(extrinsic.hash, last_block)
    return extrinsic


def still_alive(extrinsic: SignedExtrinsic) -> Program[None]:
    """Raise `TransactionExpired` once no block can include the extrinsic any more."""
    last_block = extrinsic.unsigned.last_block
    if last_block is not None:
        best = height((yield from ask(RpcCall("chain_getHeader"))))
        if best >= last_block:
            raise TransactionExpired(extrinsic.hash, last_block)


def hint_of(reason: str, extrinsic: SignedExtrinsic) -> str | None:
    """The hint for a refusal that the metadata hash caused."""
    if extrinsic.unsigned.signing.metadata_hash is None:
        return None
    return _OF_METADATA.get(reason)


def _signed(
    plan: Plan, at: BlockContext
) -> Program[tuple[SignedExtrinsic, SignedExtrinsic | None]]:
    """The extrinsic to submit, and the one sealed in it with MEV protection."""
    signer = plan.own_signer()
    if not plan.options.mev_protection:
        return encoded(plan.payload.sign(signer), at, plan.at.metadata), None
    from btsdk.tx.shielded import envelope  # noqa: PLC0415  # few are sent sealed

    shown = replace(at, runtime=plan.at.runtime)  # metadata fetched since was not previewed
    both = yield from envelope(shown, plan.payload, signer)
    return encoded(both.outer, at, plan.at.metadata), both.inner


def _check(signed: SignedPayload, at: BlockContext) -> None:
    """Raise if the signature's runtime version is not the chain's: an upgrade makes it invalid."""
    made_for = signed.unsigned.signing.spec_version
    if made_for != at.runtime.spec_version:
        raise UsageError(
            f"signed for runtime version {made_for}, but the chain runs {at.runtime.spec_version}",
            hint="Prepare the operation again and sign it.",
        )


def _same_chain(signed: SignedPayload, genesis: str) -> None:
    """Raise if the signature is for another chain than that of the endpoint."""
    made_for = "0x" + signed.unsigned.signing.genesis_hash.hex()
    if genesis and made_for != genesis:
        raise UsageError(
            f"signed for the chain with genesis {made_for}, but this one has {genesis}",
            hint="Connect to the network that it was prepared on.",
        )


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
        yield from still_alive(extrinsic)
        if extrinsic.unsigned.signing.metadata_hash is not None:
            runtimes.forget(at.runtime)
    refusal.hint = hint_of(refusal.reason, extrinsic) or refusal.hint


_SENT_BEFORE = (
    "This plan was submitted before, with nonce {}, which is in use: look for its transaction. "
    "Prepare the operation again to send it once more."
)
_TAKEN = (
    "Another program sends transactions from this account at the same time: wait until they are in "
    "a block, and try again."
)
_OF_METADATA: dict[str, str] = {
    "BadProof": "Signed with another key, or with metadata that is not the chain's: the endpoint "
    "described another chain or another runtime. Prepare it again; if that fails, too, use another "
    "endpoint.",
    "CannotLookup": "The runtime was built without the hash of its metadata, or the endpoint lies "
    "to get a signature that the chain cannot verify. On a chain of your own, prepare it with "
    "check_metadata=False (--no-check-metadata); on any other, use another endpoint.",
}
