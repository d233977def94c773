"""Contributions to crowdloans, given and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import crowdloan as calls
from btsdk.events import crowdloan as events
from btsdk.keys import ss58
from btsdk.ops.checks import balance_refusals, balance_warnings, check_tao
from btsdk.ops.manage_crowdloan import no_crowdloan, settle_id
from btsdk.reads.crowdloans import (
    Crowdloan,
    crowdloan,
    crowdloan_constants,
    crowdloan_contribution,
)
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["ContributeCrowdloan", "WithdrawCrowdloan"]

_SHORT = "Crowdloan.InsufficientBalance"


@dataclass(frozen=True)
class ContributeCrowdloan:
    """Contribute TAO to a crowdloan. The chain takes no more than the cap, and the maximum of one
    contributor, allow."""

    crowdloan_id: int
    amount: Tao

    def __post_init__(self) -> None:
        settle_id(self)
        check_tao(self.amount)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`contribute`."""
        loan = yield from crowdloan(at, self.crowdloan_id)
        given = yield from crowdloan_contribution(at, self.crowdloan_id, origin)
        taken, refusals = self.amount, no_crowdloan(self.crowdloan_id)
        if loan is not None:
            most = (yield from crowdloan_constants(at)).max_contributors
            refusals = self._refusals(at, loan, given, most)
            if not refusals:
                taken = _taken(loan, given, self.amount)
                refusals = yield from balance_refusals(at, origin, taken, _SHORT)
        warnings = yield from balance_warnings(at, origin, taken)
        effects = [f"{taken:,} is contributed to crowdloan {self.crowdloan_id}"]
        if taken < self.amount:
            effects.append(f"{self.amount - taken:,} stays in the account: there is no room for it")
        if loan is not None and not refusals:
            effects.append(f"{loan.missing - taken:,} is missing then; it ends at block {loan.end}")
        who = ss58.decode(origin)
        expects = (expected(events.Contributed, crowdloan_id=self.crowdloan_id, contributor=who),)
        return Draft(
            calls.Contribute(crowdloan_id=self.crowdloan_id, amount=self.amount),
            tuple(effects),
            warnings,
            spends=taken,
            expects=expects,
            refusals=refusals,
            if_short=_SHORT,
        )

    def _refusals(
        self, at: BlockContext, loan: Crowdloan, given: Tao, most: int
    ) -> tuple[Refusal, ...]:
        if at.number + 1 >= loan.end:
            reason = f"contributions ended at block {loan.end}"
            return (Refusal("Crowdloan.ContributionPeriodEnded", reason),)
        if loan.raised >= loan.cap:
            return (Refusal("Crowdloan.CapRaised", f"the cap of {loan.cap:,} is raised"),)
        if self.amount < loan.min_contribution:
            reason = f"a contribution is at least {loan.min_contribution:,}"
            return (Refusal("Crowdloan.ContributionTooLow", reason),)
        if loan.contributors >= most:
            reason = f"it has {loan.contributors} contributors, the most that the chain allows"
            return (Refusal("Crowdloan.MaxContributorsReached", reason),)
        if loan.max_contribution is not None and given >= loan.max_contribution:
            reason = f"the account has given {given:,}, the most of one contributor"
            return (Refusal("Crowdloan.MaxContributionReached", reason),)
        return ()


@dataclass(frozen=True)
class WithdrawCrowdloan:
    """Take back the signer's contribution to a crowdloan that is not finalized; of the creator's,
    what exceeds the deposit."""

    crowdloan_id: int

    def __post_init__(self) -> None:
        settle_id(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`withdraw`."""
        loan = yield from crowdloan(at, self.crowdloan_id)
        given = yield from crowdloan_contribution(at, self.crowdloan_id, origin)
        refusals = no_crowdloan(self.crowdloan_id) if loan is None else ()
        if loan is not None and loan.finalized:
            reason = f"crowdloan {self.crowdloan_id} is finalized"
            refusals = (Refusal("Crowdloan.AlreadyFinalized", reason),)
        elif loan is not None and not given:
            reason = f"{origin} has not contributed to crowdloan {self.crowdloan_id}"
            refusals = (Refusal("Crowdloan.NoContribution", reason),)
        elif loan is not None and origin == loan.creator:
            given -= loan.deposit
            if not given:
                reason = "the creator's deposit stays until the crowdloan is dissolved"
                refusals = (Refusal("Crowdloan.DepositCannotBeWithdrawn", reason),)
        effects = (f"{given:,} of crowdloan {self.crowdloan_id} returns to {origin}",)
        who = ss58.decode(origin)
        expects = (expected(events.Withdrew, crowdloan_id=self.crowdloan_id, contributor=who),)
        call = calls.Withdraw(crowdloan_id=self.crowdloan_id)
        return Draft(call, effects, expects=expects, refusals=refusals)


def _taken(loan: Crowdloan, given: Tao, amount: Tao) -> Tao:
    """What the chain takes of an amount."""
    room = loan.missing
    if loan.max_contribution is not None:
        room = min(room, loan.max_contribution - given)
    return min(amount, room)
