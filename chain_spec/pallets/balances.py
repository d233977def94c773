"""TAO: transfers, holds, locks, issuance."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, Value, blake2_128_concat
from chain_spec.types import AsCompact, BoundedVec, Vec, WeakBoundedVec, alias, boolean, u32
from chain_spec.types.frame import (
    AccountData,
    AdjustmentDirection,
    BalanceLock,
    BalanceStatus,
    IdAmount,
    ReserveData,
    RuntimeFreezeReason,
    RuntimeHoldReason,
)
from chain_spec.types.labels import AccountId, AccountIdLookup, Balance
from chain_spec.types.substrate import AccountId32
from chain_spec.types.units import TaoBalance


class storage:
    TotalIssuance = Value(TaoBalance)
    InactiveIssuance = Value(TaoBalance)
    Account = Map(blake2_128_concat(AccountId32), AccountData)
    Locks = Map(blake2_128_concat(AccountId32), WeakBoundedVec(BalanceLock))
    Reserves = Map(blake2_128_concat(AccountId32), BoundedVec(ReserveData))
    Holds = Map(blake2_128_concat(AccountId32), BoundedVec(IdAmount(RuntimeHoldReason)))
    Freezes = Map(blake2_128_concat(AccountId32), BoundedVec(IdAmount(RuntimeFreezeReason)))


class calls:
    transfer_allow_death = Call(0, dest=AccountIdLookup, value=AsCompact(Balance))
    force_transfer = Call(2, source=AccountIdLookup, dest=AccountIdLookup, value=AsCompact(Balance))
    transfer_keep_alive = Call(3, dest=AccountIdLookup, value=AsCompact(Balance))
    transfer_all = Call(4, dest=AccountIdLookup, keep_alive=boolean)
    force_unreserve = Call(5, who=AccountIdLookup, amount=Balance)
    upgrade_accounts = Call(6, who=Vec(AccountId))
    force_set_balance = Call(8, who=AccountIdLookup, new_free=AsCompact(Balance))
    force_adjust_total_issuance = Call(9, direction=AdjustmentDirection, delta=AsCompact(Balance))
    burn = Call(10, value=AsCompact(Balance), keep_alive=boolean)


class events:
    Endowed = Event(0, account=AccountId, free_balance=Balance)
    DustLost = Event(1, account=AccountId, amount=Balance)
    Transfer = Event(2, from_=AccountId, to=AccountId, amount=Balance)
    BalanceSet = Event(3, who=AccountId, free=Balance)
    Reserved = Event(4, who=AccountId, amount=Balance)
    Unreserved = Event(5, who=AccountId, amount=Balance)
    ReserveRepatriated = Event(
        6,
        from_=AccountId,
        to=AccountId,
        amount=Balance,
        destination_status=alias("Status", BalanceStatus),
    )
    Deposit = Event(7, who=AccountId, amount=Balance)
    Withdraw = Event(8, who=AccountId, amount=Balance)
    Slashed = Event(9, who=AccountId, amount=Balance)
    Minted = Event(10, who=AccountId, amount=Balance)
    Burned = Event(11, who=AccountId, amount=Balance)
    Suspended = Event(12, who=AccountId, amount=Balance)
    Restored = Event(13, who=AccountId, amount=Balance)
    Upgraded = Event(14, who=AccountId)
    Issued = Event(15, amount=Balance)
    Rescinded = Event(16, amount=Balance)
    Locked = Event(17, who=AccountId, amount=Balance)
    Unlocked = Event(18, who=AccountId, amount=Balance)
    Frozen = Event(19, who=AccountId, amount=Balance)
    Thawed = Event(20, who=AccountId, amount=Balance)
    TotalIssuanceForced = Event(21, old=Balance, new=Balance)


class errors:
    VestingBalance = Error(0, "What vests on this account cannot be sent yet.")
    LiquidityRestrictions = Error(1, "Part of the balance is locked and cannot be spent.")
    InsufficientBalance = Error(2, "The account has too little free TAO for this.")
    ExistentialDeposit = Error(3, "The amount is below what an account must hold to exist.")
    Expendability = Error(
        4,
        "The sender would keep less than an account must hold; send less.",
    )
    ExistingVestingSchedule = Error(5, "The account has a vesting schedule already.")
    DeadAccount = Error(6, "The receiving account does not exist.")
    TooManyReserves = Error(7, "The account has as many named reserves as one can have.")
    TooManyHolds = Error(8, "The account has as many holds as one can have.")
    TooManyFreezes = Error(9, "The account has as many freezes as one can have.")
    IssuanceDeactivated = Error(10, "The issuance cannot be changed: some of it is deactivated.")
    DeltaZero = Error(11, "The issuance would change by nothing.")


class constants:
    ExistentialDeposit = Constant(TaoBalance, 500)
    MaxLocks = Constant(u32, 50)
    MaxReserves = Constant(u32, 50)
    MaxFreezes = Constant(u32, 50)


pallet = Pallet(
    "Balances",
    5,
    crate="pallet_balances",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
    instances=True,
)
