"""The operation that opens a crowdloan."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.crowdloan import Created
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import balance_refusals, balance_warnings, check_tao, settle_account
from btsdk.ops.derived import U32_MAX
from btsdk.ops.raw import RawCall
from btsdk.reads.crowdloans import CrowdloanConstants, crowdloan_constants, next_crowdloan_id
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["CreateCrowdloan"]

_SHORT = "Crowdloan.InsufficientBalance"
_NO_CROWDLOAN = "Crowdloan.InvalidCrowdloanId"


@dataclass(frozen=True)
class CreateCrowdloan:
    """Open a crowdloan until block `end`. The deposit is the creator's first contribution.

    Once the cap is raised, its creator finalizes it: the TAO goes to the account `target`, or the
    `operation` is carried out for the creator. Give one of both.
    """

    deposit: Tao
    min_contribution: Tao
    cap: Tao
    end: int
    target: Account | None = None
    operation: Wanted | None = None

    def __post_init__(self) -> None:
        check_tao(self.deposit, "the deposit")
        check_tao(self.min_contribution, "the minimum contribution")
        check_tao(self.cap, "the cap")
        settle(self, "end", 0, U32_MAX)
        if (self.target is None) == (self.operation is None):
            raise UsageError("a crowdloan has either a target account or an operation")
        if self.target is not None:
            settle_account(self, "target")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`create`."""
        limits = yield from crowdloan_constants(at)
        number = yield from next_crowdloan_id(at)
        inner: Draft | None = None
        if self.operation is not None:
            inner = yield from drafted(self.operation, at, origin)
            if inner.finish is not None:
                raise UsageError("a crowdloan cannot carry out a proof of work")
        refusals = self._refusals(at, limits)
        if not refusals:
            refusals = yield from balance_refusals(at, origin, self.deposit, _SHORT)
        warnings = yield from balance_warnings(at, origin, self.deposit)
        if inner is not None:
            # The call of a lease is refused elsewhere: only a finalization executes it.
            barred = {one.reason for one in inner.refusals if one.code == _NO_CROWDLOAN}
            warnings += tuple(one for one in inner.warnings if one not in barred)
        args = {
            "deposit": self.deposit,
            "min_contribution": self.min_contribution,
            "cap": self.cap,
            "end": self.end,
            "call": None if inner is None else enclosed(inner.call, at.metadata),
            "target_address": self.target,
        }
        who = ss58.decode(origin)
        expects = (expected(Created, creator=who, end=self.end, cap=self.cap.rao),)
        return Draft(
            RawCall("Crowdloan", "create", args),
            (*self._effects(number), *self._at_the_end(inner)),
            warnings,
            spends=self.deposit,
            expects=expects,
            refusals=refusals,
            if_short=_SHORT,
        )

    def _effects(self, number: int) -> tuple[str, ...]:
        return (
            f"a crowdloan of {self.cap:,} is opened until block {self.end}, about number {number}",
            f"{self.deposit:,} is spent as its first contribution",
            f"each contribution is at least {self.min_contribution:,}",
        )

    def _at_the_end(self, inner: Draft | None) -> tuple[str, ...]:
        if inner is None:
            return (f"once it is finalized, {self.cap:,} goes to {self.target}",)  # type: ignore[str-bytes-safe]  # settled to text
        return tuple(f"once it is finalized: {effect}" for effect in inner.effects)

    def _refusals(self, at: BlockContext, limits: CrowdloanConstants) -> tuple[Refusal, ...]:
        if self.deposit < limits.min_deposit:
            reason = f"the deposit is at least {limits.min_deposit:,}"
            return (Refusal("Crowdloan.DepositTooLow", reason),)
        if self.cap <= self.deposit:
            return (Refusal("Crowdloan.CapTooLow", "the cap must exceed the deposit"),)
        if self.min_contribution < limits.min_contribution:
            reason = f"the minimum contribution is at least {limits.min_contribution:,}"
            return (Refusal("Crowdloan.MinimumContributionTooLow", reason),)
        return end_refusals(at, self.end, limits)


def end_refusals(at: BlockContext, end: int, limits: CrowdloanConstants) -> tuple[Refusal, ...]:
    """A refusal of a last block that is too near or too far; of the next block as the present."""
    now = at.number + 1
    least, most = now + limits.min_duration, now + limits.max_duration
    if end <= now:
        return (Refusal("Crowdloan.CannotEndInPast", f"block {end} is past"),)
    if end < least:
        reason = f"it must last {limits.min_duration:,} blocks: until block {least} at least"
        return (Refusal("Crowdloan.BlockDurationTooShort", reason),)
    if end > most:
        reason = f"it may last {limits.max_duration:,} blocks: until block {most} at most"
        return (Refusal("Crowdloan.BlockDurationTooLong", reason),)
    return ()
