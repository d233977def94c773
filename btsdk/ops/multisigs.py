"""Calls of a multisig: approved by its signatories, executed with the last approval, cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from btsdk.apis.transaction_payment_call import query_call_info
from btsdk.calls import multisig as calls
from btsdk.descriptors import TypedEvent
from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import Weight
from btsdk.errors import UsageError
from btsdk.events import multisig as events
from btsdk.integers import whole
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.ops.announcements import settle_hash
from btsdk.ops.checks import deposit_refusals
from btsdk.ops.derived import members_of, multisig_address
from btsdk.ops.raw import RawCall
from btsdk.reads.multisigs import PendingMultisig, multisig, multisig_constants, multisigs
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api
from btsdk.tx.operation import Announcement, Draft, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Tao

__all__ = ["ApproveMultisig", "CancelMultisig", "Multisig", "PokeMultisigDeposit"]

_NO_WEIGHT: Weight = {"ref_time": 0, "proof_size": 0}


@dataclass(frozen=True)
class Multisig:
    """An operation of a multisig account, signed by one of its signatories.

    The first approval opens the call and pays a deposit, the last one executes it. `signatories`
    are all accounts of the multisig in any order, the signer among them or not. `operation` may be
    the encoded call (bytes) that another signatory opened. With `hash_only`, an approval that is
    not the last sends only the hash of the call; the others then need the call's bytes
    (`Draft.announced`).

    An operation whose call differs each time (sealed weights, amounts of "all") opens a new call
    each time: pass on the bytes of the first one.
    """

    operation: Wanted | bytes
    signatories: Sequence[Account]
    threshold: int
    hash_only: bool = False

    def __post_init__(self) -> None:
        _settle_set(self, least=1)

    @property
    def address(self) -> str:
        """The address of the multisig."""
        return multisig_address(self.signatories, self.threshold)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`as_multi`, `approve_as_multi`, or `as_multi_threshold_1`."""
        party = _Party.of(self.signatories, self.threshold, origin)
        operation = self.operation
        if isinstance(operation, bytes):
            found = at.metadata.decode_call(operation)
            operation = RawCall(found.pallet, found.name, found.args)
        inner = yield from drafted(operation, at, party.address)
        if inner.finish is not None:
            raise UsageError(
                "a proof of work expires within a few blocks: a multisig cannot send it"
            )
        limits = yield from multisig_constants(at)
        if self.threshold == 1:
            return self._at_once(at, party, inner, limits.max_signatories)
        data = inner.call.encode(at.metadata)
        digest = blake2_256(data)
        pending = yield from multisig(at, party.address, digest)
        approved = pending.approvals if pending else ()
        last = origin not in approved and len(approved) + 1 >= party.threshold
        refusals = _crowd(party, limits.max_signatories)
        if pending is None:
            refusals += yield from deposit_refusals(at, origin, limits.deposit(party.threshold))
        elif origin in approved and len(approved) < party.threshold:
            reason = f"{origin} has approved this call already"
            refusals += (Refusal("Multisig.AlreadyApproved", reason),)
        last = last or len(approved) >= party.threshold  # approved by hash: only to be executed
        if last:
            return (yield from self._executing(at, party, inner, pending, refusals))
        others = yield from multisigs(at, party.address)
        effects = (
            *party.approval(digest, approved, limits.deposit(party.threshold), len(others)),
            *(f"not executed now: {effect}" for effect in inner.effects),
        )
        timepoint = pending.timepoint if pending else None
        call: RawCall | calls.ApproveAsMulti
        if self.hash_only:
            call = party.by_hash(digest, timepoint)
        else:
            call = party.whole(enclosed(inner.call, at.metadata), timepoint, _NO_WEIGHT)
        # Refusals of the call itself are only warnings: it may succeed when it is executed.
        return Draft(
            call,
            effects,
            inner.warnings,
            announced=(Announcement(party.address, data, digest), *inner.announced),
            expects=(party.approved_event(digest, pending),),
            refusals=refusals,
        )

    def _at_once(self, at: BlockContext, party: _Party, inner: Draft, most: int) -> Draft:
        args = {"other_signatories": party.others, "call": enclosed(inner.call, at.metadata)}
        return replace(
            inner,
            call=RawCall("Multisig", "as_multi_threshold_1", args),
            effects=(f"{party.origin} acts for the multisig {party.address}:", *inner.effects),
            refusals=(*_crowd(party, most), *inner.refusals),
            spends=None,
        )

    def _executing(
        self,
        at: BlockContext,
        party: _Party,
        inner: Draft,
        pending: PendingMultisig | None,
        refusals: tuple[Refusal, ...],
    ) -> Program[Draft]:
        """The last approval: the call with the weight that it may use."""
        data = inner.call.encode(at.metadata)
        info = yield from call_api(at, query_call_info, inner.call, len(data))  # type: ignore[arg-type]  # any call that encodes
        timepoint = pending.timepoint if pending else None
        call = party.whole(enclosed(inner.call, at.metadata), timepoint, info["weight"])
        effects = (
            f"{party.origin} gives the last of {party.threshold} approvals; it is executed:",
            *inner.effects,
        )
        if pending is not None:
            effects += (f"{pending.depositor} gets the deposit of {pending.deposit:,} back",)
        executed = party.event(events.MultisigExecuted, "approving", blake2_256(data))
        return replace(
            inner,
            call=call,
            effects=effects,
            expects=(*inner.expects, executed),
            refusals=(*refusals, *inner.refusals),
            spends=None,
        )


@dataclass(frozen=True)
class ApproveMultisig:
    """Approve a call of a multisig of which only the hash is known (`View.multisigs`).

    It never executes the call: the last approval needs the call itself (`Multisig`).
    """

    call_hash: bytes | str
    signatories: Sequence[Account]
    threshold: int

    def __post_init__(self) -> None:
        settle_hash(self)
        _settle_set(self, least=2)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`approve_as_multi`."""
        party = _Party.of(self.signatories, self.threshold, origin)
        digest = bytes(self.call_hash)  # type: ignore[arg-type]
        limits = yield from multisig_constants(at)
        pending = yield from multisig(at, party.address, digest)
        approved = pending.approvals if pending else ()
        refusals = _crowd(party, limits.max_signatories)
        if pending is None:
            refusals += yield from deposit_refusals(at, origin, limits.deposit(party.threshold))
        elif origin in approved or len(approved) >= party.threshold:
            reason = "this call has all approvals: execute it with the call itself"
            if origin in approved:
                reason = f"{origin} has approved this call already"
            refusals += (Refusal("Multisig.AlreadyApproved", reason),)
        others = yield from multisigs(at, party.address)
        effects = party.approval(digest, approved, limits.deposit(party.threshold), len(others))
        warnings: tuple[str, ...] = ("what the call does is not known here: only its hash is",)
        if len(approved) + 1 >= party.threshold and not refusals:
            warnings += ("it is not executed: the last approval needs the call itself",)
        call = party.by_hash(digest, pending.timepoint if pending else None)
        expects = (party.approved_event(digest, pending),)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class CancelMultisig:
    """Cancel an open call of a multisig, by the signatory who opened it."""

    call_hash: bytes | str
    signatories: Sequence[Account]
    threshold: int

    def __post_init__(self) -> None:
        settle_hash(self)
        _settle_set(self, least=2)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`cancel_as_multi`."""
        party = _Party.of(self.signatories, self.threshold, origin)
        digest = bytes(self.call_hash)  # type: ignore[arg-type]
        pending = yield from multisig(at, party.address, digest)
        refusals = _opener_refusals(party, digest, pending)
        effects = [f"the call 0x{digest.hex()} of the multisig {party.address} is cancelled"]
        if pending is not None:
            effects.append(f"{pending.depositor} gets the deposit of {pending.deposit:,} back")
        call = calls.CancelAsMulti(
            threshold=party.threshold,
            other_signatories=party.others,
            timepoint=pending.timepoint if pending else {"height": 0, "index": 0},
            call_hash=digest,
        )
        expects = (party.event(events.MultisigCancelled, "cancelling", digest),)
        return Draft(call, tuple(effects), expects=expects, refusals=refusals)


@dataclass(frozen=True)
class PokeMultisigDeposit:
    """Adjust the deposit of an open call to the chain's present rates, by its opener."""

    call_hash: bytes | str
    signatories: Sequence[Account]
    threshold: int

    def __post_init__(self) -> None:
        settle_hash(self)
        _settle_set(self, least=2)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`poke_deposit`, which is free if the deposit changes."""
        party = _Party.of(self.signatories, self.threshold, origin)
        digest = bytes(self.call_hash)  # type: ignore[arg-type]
        pending = yield from multisig(at, party.address, digest)
        limits = yield from multisig_constants(at)
        due = limits.deposit(party.threshold)
        refusals = _opener_refusals(party, digest, pending)
        held = pending.deposit if pending else due
        if not refusals and due > held:
            refusals = yield from deposit_refusals(at, origin, due - held)
        effects = (f"the deposit of the call 0x{digest.hex()} is {due:,}; it was {held:,}",)
        call = calls.PokeDeposit(
            threshold=party.threshold, other_signatories=party.others, call_hash=digest
        )
        expects = (Expected(events.DepositPoked, or_nothing=True),)
        return Draft(call, effects, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class _Party:
    """A signatory of a multisig with the others; what its calls have in common."""

    origin: str
    others: list[Account]
    threshold: int
    address: str

    @classmethod
    def of(cls, signatories: Sequence[Account], threshold: int, origin: str) -> _Party:
        members = members_of(signatories)
        if origin not in members:
            raise UsageError(
                f"{origin} is not a signatory of this multisig",
                hint=f"It has these signatories: {', '.join(members)}.",
            )
        others: list[Account] = [member for member in members if member != origin]
        return cls(origin, others, threshold, multisig_address(members, threshold))

    def whole(self, call: object, timepoint: object, weight: Weight) -> RawCall:
        args = {
            "threshold": self.threshold,
            "other_signatories": self.others,
            "maybe_timepoint": timepoint,
            "call": call,
            "max_weight": weight,
        }
        return RawCall("Multisig", "as_multi", args)

    def by_hash(self, digest: bytes, timepoint: object) -> calls.ApproveAsMulti:
        return calls.ApproveAsMulti(
            threshold=self.threshold,
            other_signatories=self.others,
            maybe_timepoint=timepoint,  # type: ignore[arg-type]  # as it was read
            call_hash=digest,
            max_weight=_NO_WEIGHT,
        )

    def approval(
        self, digest: bytes, approved: Sequence[str], deposit: Tao, pending: int
    ) -> tuple[str, ...]:
        """The effects of an approval that is not the last."""
        number = f"approval {len(approved) + 1} of {self.threshold}"
        if approved:
            return (f"{self.origin} approves the call 0x{digest.hex()}: {number}",)
        beside = f", beside {pending} that wait already" if pending else ""
        return (
            f"{self.origin} opens the call 0x{digest.hex()} of {self.address}{beside}: {number}",
            f"{deposit:,} is reserved as the deposit until it is executed or cancelled",
        )

    def approved_event(self, digest: bytes, pending: PendingMultisig | None) -> Expected:
        kind = events.MultisigApproval if pending else events.NewMultisig
        return self.event(kind, "approving", digest)

    def event(self, kind: type[TypedEvent], role: str, digest: bytes) -> Expected:
        fields = {
            role: ss58.decode(self.origin),
            "multisig": ss58.decode(self.address),
            "call_hash": digest,
        }
        return expected(kind, **fields)


def _settle_set(operation: Multisig | ApproveMultisig | _ByHash, *, least: int) -> None:
    """Sort the signatories, and check that the threshold fits them."""
    members = members_of(operation.signatories)
    object.__setattr__(operation, "signatories", members)
    threshold = whole(operation.threshold, "threshold", least, len(members))
    object.__setattr__(operation, "threshold", threshold)


_ByHash = CancelMultisig | PokeMultisigDeposit


def _crowd(party: _Party, most: int) -> tuple[Refusal, ...]:
    if len(party.others) < most:
        return ()
    reason = f"the chain allows {most} signatories, and this multisig has {len(party.others) + 1}"
    return (Refusal("Multisig.TooManySignatories", reason),)


def _opener_refusals(
    party: _Party, digest: bytes, pending: PendingMultisig | None
) -> tuple[Refusal, ...]:
    if pending is None:
        reason = f"the multisig {party.address} has no open call 0x{digest.hex()}"
        return (Refusal("Multisig.NotFound", reason),)
    if pending.depositor != party.origin:
        return (Refusal("Multisig.NotOwner", f"{pending.depositor} opened the call"),)
    return ()
