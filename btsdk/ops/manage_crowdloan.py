"""What the creator of a crowdloan does with it: finalize, refund, dissolve, change its terms."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import crowdloan as calls
from btsdk.descriptors import TypedCall, TypedEvent
from btsdk.events import crowdloan as events
from btsdk.integers import settle
from btsdk.ops.checks import check_tao
from btsdk.ops.create_crowdloan import end_refusals
from btsdk.ops.derived import U32_MAX
from btsdk.reads.crowdloans import (
    Crowdloan,
    crowdloan,
    crowdloan_constants,
    crowdloan_contribution,
    crowdloan_contributions,
)
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.description import call_in_words
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = [
    "DissolveCrowdloan",
    "FinalizeCrowdloan",
    "RefundCrowdloan",
    "SetCrowdloanMaxContribution",
    "UpdateCrowdloanCap",
    "UpdateCrowdloanEnd",
    "UpdateCrowdloanMinContribution",
]


@dataclass(frozen=True)
class _Managed:
    crowdloan_id: int

    def __post_init__(self) -> None:
        settle_id(self)

    def _open(
        self, at: BlockContext, origin: str
    ) -> Program[tuple[Crowdloan | None, tuple[Refusal, ...]]]:
        """The crowdloan, and a refusal unless its creator signs before it is finalized."""
        loan = yield from crowdloan(at, self.crowdloan_id)
        if loan is None:
            return None, no_crowdloan(self.crowdloan_id)
        if loan.finalized:
            reason = f"crowdloan {self.crowdloan_id} is finalized"
            return loan, (Refusal("Crowdloan.AlreadyFinalized", reason),)
        if loan.creator != origin:
            return loan, not_creator(loan)
        return loan, ()

    def _draft(
        self,
        call: TypedCall,
        event: type[TypedEvent],
        effects: tuple[str, ...],
        refusals: tuple[Refusal, ...],
        warnings: tuple[str, ...] = (),
    ) -> Draft:
        expects = (expected(event, crowdloan_id=self.crowdloan_id),)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class FinalizeCrowdloan(_Managed):
    """Finish a crowdloan whose cap is raised: its TAO goes to the target, or its call is made."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`finalize`."""
        loan = yield from crowdloan(at, self.crowdloan_id)
        refusals: tuple[Refusal, ...] = ()
        effects: tuple[str, ...] = (f"crowdloan {self.crowdloan_id} is finalized",)
        if loan is None:
            refusals = no_crowdloan(self.crowdloan_id)
        else:
            effects += (_outcome(loan, at),)
            if loan.creator != origin:
                refusals = not_creator(loan)
            elif loan.raised != loan.cap:
                reason = f"{loan.raised:,} of {loan.cap:,} is raised"
                refusals = (Refusal("Crowdloan.CapNotRaised", reason),)
            elif loan.finalized:
                reason = f"crowdloan {self.crowdloan_id} is finalized already"
                refusals = (Refusal("Crowdloan.AlreadyFinalized", reason),)
        call = calls.Finalize(crowdloan_id=self.crowdloan_id)
        return self._draft(call, events.Finalized, effects, refusals)


@dataclass(frozen=True)
class RefundCrowdloan(_Managed):
    """Send contributions back, a limited number with each call; the creator's own stays."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`refund`."""
        loan, refusals = yield from self._open(at, origin)
        limit = (yield from crowdloan_constants(at)).refunds_per_call
        given = yield from crowdloan_contributions(at, self.crowdloan_id)
        others = [tao for who, tao in given.items() if loan is None or who != loan.creator]
        count = min(len(others), limit)
        effects = [f"{count} of {len(others)} contributors get their contributions back"]
        left = len(others) - count
        if left:
            effects.append(f"{left} are left for further calls")
        event = events.PartiallyRefunded if left else events.AllRefunded
        call = calls.Refund(crowdloan_id=self.crowdloan_id)
        return self._draft(call, event, tuple(effects), refusals)


@dataclass(frozen=True)
class DissolveCrowdloan(_Managed):
    """Delete a crowdloan to which only its creator contributes (any longer)."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`dissolve`."""
        loan, refusals = yield from self._open(at, origin)
        own = Tao.from_rao(0)
        if loan is not None:
            own = yield from crowdloan_contribution(at, self.crowdloan_id, loan.creator)
            if not refusals and own != loan.raised:
                reason = f"{loan.raised - own:,} of other contributors must be refunded first"
                refusals = (Refusal("Crowdloan.NotReadyToDissolve", reason),)
        effects = (f"crowdloan {self.crowdloan_id} is deleted", f"{own:,} returns to {origin}")
        call = calls.Dissolve(crowdloan_id=self.crowdloan_id)
        return self._draft(call, events.Dissolved, effects, refusals)


@dataclass(frozen=True)
class UpdateCrowdloanCap(_Managed):
    """Set the cap of a crowdloan, at least what is raised."""

    cap: Tao

    def __post_init__(self) -> None:
        super().__post_init__()
        check_tao(self.cap, "the cap")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`update_cap`."""
        loan, refusals = yield from self._open(at, origin)
        if loan is not None and not refusals and self.cap < loan.raised:
            reason = f"{loan.raised:,} is raised already"
            refusals = (Refusal("Crowdloan.CapTooLow", reason),)
        was = f"; it was {loan.cap:,}" if loan else ""
        effects = (f"the cap of crowdloan {self.crowdloan_id} is {self.cap:,}{was}",)
        call = calls.UpdateCap(crowdloan_id=self.crowdloan_id, new_cap=self.cap)
        return self._draft(call, events.CapUpdated, effects, refusals)


@dataclass(frozen=True)
class UpdateCrowdloanEnd(_Managed):
    """Set the block at which contributions to a crowdloan close."""

    end: int

    def __post_init__(self) -> None:
        super().__post_init__()
        settle(self, "end", 0, U32_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`update_end`."""
        loan, refusals = yield from self._open(at, origin)
        if not refusals:
            refusals = end_refusals(at, self.end, (yield from crowdloan_constants(at)))
        was = f"; it ended at block {loan.end}" if loan else ""
        effects = (f"crowdloan {self.crowdloan_id} ends at block {self.end}{was}",)
        call = calls.UpdateEnd(crowdloan_id=self.crowdloan_id, new_end=self.end)
        return self._draft(call, events.EndUpdated, effects, refusals)


@dataclass(frozen=True)
class UpdateCrowdloanMinContribution(_Managed):
    """Set the least contribution to a crowdloan."""

    min_contribution: Tao

    def __post_init__(self) -> None:
        super().__post_init__()
        check_tao(self.min_contribution, "the minimum contribution")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`update_min_contribution`."""
        loan, refusals = yield from self._open(at, origin)
        least = (yield from crowdloan_constants(at)).min_contribution
        if loan is not None and not refusals:
            most = loan.max_contribution
            if self.min_contribution < least:
                reason = f"the minimum contribution is at least {least:,}"
                refusals = (Refusal("Crowdloan.MinimumContributionTooLow", reason),)
            elif most is not None and self.min_contribution > most:
                reason = f"the maximum contribution is {most:,}"
                refusals = (Refusal("Crowdloan.MinimumContributionTooHigh", reason),)
        name, value = "the minimum contribution of crowdloan", self.min_contribution
        was = f"; it was {loan.min_contribution:,}" if loan else ""
        effects = (f"{name} {self.crowdloan_id} is {value:,}{was}",)
        call = calls.UpdateMinContribution(
            crowdloan_id=self.crowdloan_id, new_min_contribution=value
        )
        return self._draft(call, events.MinContributionUpdated, effects, refusals)


@dataclass(frozen=True)
class SetCrowdloanMaxContribution(_Managed):
    """Set the most that one account may contribute to a crowdloan; None removes the limit."""

    max_contribution: Tao | None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_contribution is not None:
            check_tao(self.max_contribution, "the maximum contribution")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_max_contribution`."""
        loan, refusals = yield from self._open(at, origin)
        if loan is not None and not refusals and self.max_contribution is not None:
            own = yield from crowdloan_contribution(at, self.crowdloan_id, loan.creator)
            least = max(loan.min_contribution, own)
            if self.max_contribution < least:
                reason = f"it is at least {least:,}: the minimum, and what the creator gave"
                refusals = (Refusal("Crowdloan.MaximumContributionTooLow", reason),)
        limit = self.max_contribution
        shown = "any amount" if limit is None else f"{limit:,} at most"
        effects = (f"one account may contribute {shown} to crowdloan {self.crowdloan_id}",)
        call = calls.SetMaxContribution(
            crowdloan_id=self.crowdloan_id, new_max_contribution=self.max_contribution
        )
        return self._draft(call, events.MaxContributionUpdated, effects, refusals)


def settle_id(operation: object) -> None:
    """Make `crowdloan_id` a plain integer; raise `UsageError` if no crowdloan can have it."""
    settle(operation, "crowdloan_id", 0, U32_MAX)


def no_crowdloan(number: int) -> tuple[Refusal, ...]:
    """The refusal for a crowdloan that does not exist."""
    return (Refusal("Crowdloan.InvalidCrowdloanId", f"there is no crowdloan {number}"),)


def not_creator(loan: Crowdloan) -> tuple[Refusal, ...]:
    """The refusal for anyone but the creator."""
    return (Refusal("Crowdloan.InvalidOrigin", f"its creator is {loan.creator}"),)


def _outcome(loan: Crowdloan, at: BlockContext) -> str:
    if loan.target is not None:
        return f"{loan.raised:,} goes to {loan.target}"
    if loan.call is None:
        return f"its call, of which only the hash is known, is made for {loan.creator}"
    found = at.metadata.decode_call(loan.call)
    shown = call_in_words(found.pallet, found.name, found.args, at.metadata)
    return f"it is carried out for {loan.creator}: {shown}"
