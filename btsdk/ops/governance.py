"""Motions of the former governance, on chains that have it: proposed, voted on, closed."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.apis.transaction_payment_call import query_call_info
from btsdk.calls import subtensor
from btsdk.calls import triumvirate as calls
from btsdk.descriptors import TypedCall
from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import Weight
from btsdk.errors import UsageError
from btsdk.events import triumvirate as events
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.ops.announcements import settle_hash
from btsdk.ops.checks import owner_refusals, settle_account
from btsdk.ops.derived import U32_MAX
from btsdk.ops.raw import RawCall
from btsdk.reads.accounts import address_of
from btsdk.reads.governance import Proposal, council, proposals, senate
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage
from btsdk.storage.triumvirate import Prime
from btsdk.tx.operation import Draft, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import Expected, expected

__all__ = ["CloseProposal", "Propose", "VoteProposal"]

_NO_WEIGHT: Weight = {"ref_time": 0, "proof_size": 0}
_MISSING = "Triumvirate.ProposalMissing"


@dataclass(frozen=True)
class Propose:
    """Propose an operation, as a member of the council. It passes with `threshold` ayes; below two
    it is carried out at once.

    It acts as root if the ayes are a majority of all voters.
    """

    operation: Wanted
    threshold: int

    def __post_init__(self) -> None:
        settle(self, "threshold", 0, U32_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`propose`."""
        inner = yield from drafted(self.operation, at, origin)
        if inner.finish is not None:
            raise UsageError("a proof of work expires within a few blocks: it cannot be proposed")
        data = inner.call.encode(at.metadata)
        digest = blake2_256(data)
        members = yield from council(at)
        refusals: tuple[Refusal, ...] = ()
        if origin not in members:
            refusals = (Refusal("Triumvirate.NotMember", f"{origin} is not in the council"),)
        elif any(one.proposal_hash == digest for one in (yield from proposals(at))):
            reason = f"the motion 0x{digest.hex()} is open already"
            refusals = (Refusal("Triumvirate.DuplicateProposal", reason),)
        args = {
            "threshold": self.threshold,
            "proposal": enclosed(inner.call, at.metadata),
            "length_bound": len(data),
        }
        effects = (
            f"the motion 0x{digest.hex()} is opened: it passes with {self.threshold} ayes",
            *(f"if it passes: {effect}" for effect in inner.effects),
        )
        done = expected(events.Proposed, account=ss58.decode(origin), proposal_hash=digest)
        if self.threshold < 2:
            effects = ("it is carried out at once:", *inner.effects)
            done = expected(events.Executed, proposal_hash=digest)
        # Refusals of the call are for an account, and the motion may act as root.
        call = RawCall("Triumvirate", "propose", args)
        return Draft(call, effects, inner.warnings, expects=(done,), refusals=refusals)


@dataclass(frozen=True)
class VoteProposal:
    """Vote on a motion, or change the vote. The first vote is free.

    With `hotkey`, the signing coldkey votes for its hotkey in the senate; without, the signer is
    the voter itself.
    """

    proposal_hash: bytes | str
    approve: bool
    hotkey: Account | None = None

    def __post_init__(self) -> None:
        settle_hash(self, "proposal_hash")
        if self.hotkey is not None:
            settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`Triumvirate.vote`, or `SubtensorModule.vote` for a hotkey."""
        digest = bytes(self.proposal_hash)  # type: ignore[arg-type]
        voter = origin if self.hotkey is None else address_of(self.hotkey, "hotkey")
        motion = yield from _motion(at, digest)
        refusals = yield from self._refusals(at, origin, voter, motion)
        index = 0 if motion is None else motion.index
        call: TypedCall
        if self.hotkey is None:
            call = calls.Vote(proposal=digest, index=index, approve=self.approve)
        else:
            call = subtensor.Vote(hotkey=voter, proposal=digest, index=index, approve=self.approve)
        side = "for" if self.approve else "against"
        effects = [f"{voter} votes {side} the motion 0x{digest.hex()}"]
        if motion is not None:
            votes = f"{len(motion.ayes)} ayes and {len(motion.nays)} nays"
            effects.append(f"so far {votes}; {motion.threshold} ayes are needed")
        who = ss58.decode(voter)
        done = expected(events.Voted, account=who, proposal_hash=digest, voted=self.approve)
        return Draft(call, tuple(effects), expects=(done,), refusals=refusals)

    def _refusals(
        self, at: BlockContext, origin: str, voter: str, motion: Proposal | None
    ) -> Program[tuple[Refusal, ...]]:
        senators = yield from senate(at)
        if self.hotkey is not None:
            found = yield from owner_refusals(at, voter, origin)
            if found:
                return found
            members = senators
        else:
            members = senators or (yield from council(at))
        if voter not in members:
            return (Refusal("Triumvirate.NotMember", f"{voter} has no vote"),)
        if motion is None:
            return (_missing(self.proposal_hash),)
        if voter in (motion.ayes if self.approve else motion.nays):
            return (Refusal("Triumvirate.DuplicateVote", f"{voter} has voted so already"),)
        return ()


@dataclass(frozen=True)
class CloseProposal:
    """Close a motion that is decided or has expired: it is carried out, or dropped."""

    proposal_hash: bytes | str

    def __post_init__(self) -> None:
        settle_hash(self, "proposal_hash")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`close`, with the weight and the length of the motion's call."""
        digest = bytes(self.proposal_hash)  # type: ignore[arg-type]
        motion = yield from _motion(at, digest)
        weight, length = _NO_WEIGHT, 0
        refusals: tuple[Refusal, ...] = (_missing(digest),)
        effects: tuple[str, ...] = (f"the motion 0x{digest.hex()} is closed",)
        expects: tuple[Expected, ...] = ()
        if motion is not None:
            call = RawCall(*motion.call)
            data = call.encode(at.metadata)
            info = yield from call_api(at, query_call_info, call, len(data))  # type: ignore[arg-type]  # any call that encodes
            weight, length = info["weight"], len(data)
            passes, refusals = yield from _result(at, motion)
            inner = yield from call.draft(at, origin)
            outcome = "it passes, and is carried out:" if passes else "it fails, and is dropped:"
            effects += (outcome, *inner.effects)
            kind = events.Executed if passes else events.Disapproved
            expects = (expected(kind, proposal_hash=digest),)
        close = calls.Close(
            proposal_hash=digest,
            index=0 if motion is None else motion.index,
            proposal_weight_bound=weight,
            length_bound=length,
        )
        return Draft(close, effects, expects=expects, refusals=refusals)


def _result(at: BlockContext, motion: Proposal) -> Program[tuple[bool, tuple[Refusal, ...]]]:
    """Whether the motion passes if it is closed now, and a refusal if it is too early."""
    voters = (yield from senate(at)) or (yield from council(at))
    seats, ayes, nays = len(voters), len(motion.ayes), len(motion.nays)
    if ayes >= motion.threshold:
        return True, ()
    if max(seats - nays, 0) < motion.threshold:
        return False, ()
    if at.number + 1 < motion.end:
        reason = f"it is not decided yet, and expires at block {motion.end}"
        return False, (Refusal("Triumvirate.TooEarly", reason),)
    # Missing votes count as the prime member's.
    prime = yield from storage(at, Prime)
    if prime is not None and ss58.encode(prime) in motion.ayes:
        ayes += seats - ayes - nays
    return ayes >= motion.threshold, ()


def _motion(at: BlockContext, digest: bytes) -> Program[Proposal | None]:
    found = yield from proposals(at)
    return next((one for one in found if one.proposal_hash == digest), None)


def _missing(digest: bytes | str) -> Refusal:
    shown = digest if isinstance(digest, str) else "0x" + digest.hex()
    return Refusal(_MISSING, f"there is no open motion {shown}")
