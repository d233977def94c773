"""Crowdloans: TAO from many accounts for one call or transfer."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    Map,
    Pallet,
    Value,
    identity,
    twox_64_concat,
)
from chain_spec.profile import prod_or_fast
from chain_spec.types import AsCompact, BoundedBytes, Compact, Option, alias, boolean, u32
from chain_spec.types.frame import PalletId
from chain_spec.types.labels import AccountId, BalanceOf, BlockNumber, BoxedCall
from chain_spec.types.substrate import AccountId32
from chain_spec.types.subtensor import CrowdloanInfo
from chain_spec.types.units import TaoBalance

CrowdloanId = alias("CrowdloanId", u32)


class storage:
    Crowdloans = Map(twox_64_concat(u32), CrowdloanInfo, optional=True)
    NextCrowdloanId = Value(u32)
    Contributions = Map((twox_64_concat(u32), identity(AccountId32)), TaoBalance, optional=True)
    MaxContributions = Map(twox_64_concat(u32), TaoBalance, optional=True)
    CurrentCrowdloanId = Value(u32, optional=True)
    HasMigrationRun = Map(identity(BoundedBytes(128)), boolean)


class calls:
    create = Call(
        0,
        deposit=AsCompact(BalanceOf),
        min_contribution=AsCompact(BalanceOf),
        cap=AsCompact(BalanceOf),
        end=AsCompact(BlockNumber),
        call=Option(BoxedCall),
        target_address=Option(AccountId),
    )
    contribute = Call(1, crowdloan_id=AsCompact(CrowdloanId), amount=AsCompact(BalanceOf))
    withdraw = Call(2, crowdloan_id=AsCompact(CrowdloanId))
    finalize = Call(3, crowdloan_id=AsCompact(CrowdloanId))
    refund = Call(4, crowdloan_id=AsCompact(CrowdloanId))
    dissolve = Call(5, crowdloan_id=AsCompact(CrowdloanId))
    update_min_contribution = Call(
        6, crowdloan_id=AsCompact(CrowdloanId), new_min_contribution=AsCompact(BalanceOf)
    )
    update_end = Call(7, crowdloan_id=AsCompact(CrowdloanId), new_end=AsCompact(BlockNumber))
    update_cap = Call(8, crowdloan_id=AsCompact(CrowdloanId), new_cap=AsCompact(BalanceOf))
    set_max_contribution = Call(
        9, crowdloan_id=Compact(u32), new_max_contribution=Option(TaoBalance)
    )


class events:
    Created = Event(0, crowdloan_id=CrowdloanId, creator=AccountId, end=BlockNumber, cap=BalanceOf)
    Contributed = Event(1, crowdloan_id=CrowdloanId, contributor=AccountId, amount=BalanceOf)
    Withdrew = Event(2, crowdloan_id=CrowdloanId, contributor=AccountId, amount=BalanceOf)
    PartiallyRefunded = Event(3, crowdloan_id=CrowdloanId)
    AllRefunded = Event(4, crowdloan_id=CrowdloanId)
    Finalized = Event(5, crowdloan_id=CrowdloanId)
    Dissolved = Event(6, crowdloan_id=CrowdloanId)
    MinContributionUpdated = Event(7, crowdloan_id=CrowdloanId, new_min_contribution=BalanceOf)
    EndUpdated = Event(8, crowdloan_id=CrowdloanId, new_end=BlockNumber)
    CapUpdated = Event(9, crowdloan_id=CrowdloanId, new_cap=BalanceOf)
    MaxContributionUpdated = Event(10, crowdloan_id=u32, new_max_contribution=Option(TaoBalance))


class errors:
    DepositTooLow = Error(0, "The deposit is below the minimum.")
    CapTooLow = Error(1, "The cap is below the deposit.")
    MinimumContributionTooLow = Error(2, "The minimum contribution is below what is allowed.")
    CannotEndInPast = Error(3, "The end must be in the future.")
    BlockDurationTooShort = Error(4, "The crowdloan would end too soon.")
    BlockDurationTooLong = Error(5, "The crowdloan would run too long.")
    InsufficientBalance = Error(6, "The account has too little free TAO for this.")
    Overflow = Error(7, "A number grew out of its range.")
    InvalidCrowdloanId = Error(8, "There is no crowdloan of this id.")
    CapRaised = Error(9, "The cap is reached; nothing more can be given.")
    ContributionPeriodEnded = Error(10, "The crowdloan has ended.")
    ContributionTooLow = Error(11, "The contribution is below the minimum of this crowdloan.")
    InvalidOrigin = Error(12, "Only the creator of the crowdloan may do this.")
    AlreadyFinalized = Error(13, "The crowdloan is finalised.")
    ContributionPeriodNotEnded = Error(14, "The crowdloan has not ended yet.")
    NoContribution = Error(15, "The account has given nothing to this crowdloan.")
    CapNotRaised = Error(16, "The cap is not reached, so the crowdloan cannot be finalised.")
    Underflow = Error(17, "A number fell below zero.")
    CallUnavailable = Error(18, "The call of the crowdloan is not stored any more.")
    NotReadyToDissolve = Error(19, "Refund all contributors before the crowdloan is dissolved.")
    DepositCannotBeWithdrawn = Error(
        20,
        "The creator's deposit stays until the crowdloan is dissolved; only more can be withdrawn.",
    )
    MaxContributorsReached = Error(21, "The crowdloan has as many contributors as it can have.")
    InvalidFinalizationConfig = Error(
        22, "A crowdloan ends in a call or in a transfer; give one of the two."
    )
    MaxContributionReached = Error(
        23, "The account has given as much as one may give to this crowdloan."
    )
    MaximumContributionTooLow = Error(
        24, "The most that one may give is below the least; raise it."
    )
    MinimumContributionTooHigh = Error(
        25, "The least that one may give is above the most; lower it."
    )


class constants:
    PalletId = Constant(PalletId, b"bt/cloan")
    MinimumDeposit = Constant(TaoBalance, 10_000_000_000)
    AbsoluteMinimumContribution = Constant(TaoBalance, 100_000_000)
    MinimumBlockDuration = Constant(u32, prod_or_fast(50_400, 50))
    MaximumBlockDuration = Constant(u32, prod_or_fast(432_000, 20_000))
    RefundContributorsLimit = Constant(u32, 50)
    MaxContributors = Constant(u32, 500)


pallet = Pallet(
    "Crowdloan",
    27,
    crate="pallet_crowdloan",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
