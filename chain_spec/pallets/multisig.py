"""Calls that several accounts sign."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    Map,
    Pallet,
    blake2_128_concat,
    twox_64_concat,
)
from chain_spec.types import ByteArray, Option, Vec, alias, u16, u32
from chain_spec.types.frame import Multisig, Timepoint
from chain_spec.types.labels import AccountId, BalanceOf, BoxedCall, DispatchResult
from chain_spec.types.substrate import AccountId32, Weight
from chain_spec.types.units import TaoBalance

TimepointOf = alias("Timepoint<BlockNumberFor<T>>", Timepoint)
CallHash = alias("CallHash", ByteArray(32))


class storage:
    Multisigs = Map(
        (twox_64_concat(AccountId32), blake2_128_concat(ByteArray(32))), Multisig, optional=True
    )


class calls:
    as_multi_threshold_1 = Call(0, other_signatories=Vec(AccountId), call=BoxedCall)
    as_multi = Call(
        1,
        threshold=u16,
        other_signatories=Vec(AccountId),
        maybe_timepoint=Option(TimepointOf),
        call=BoxedCall,
        max_weight=Weight,
    )
    approve_as_multi = Call(
        2,
        threshold=u16,
        other_signatories=Vec(AccountId),
        maybe_timepoint=Option(TimepointOf),
        call_hash=ByteArray(32),
        max_weight=Weight,
    )
    cancel_as_multi = Call(
        3,
        threshold=u16,
        other_signatories=Vec(AccountId),
        timepoint=TimepointOf,
        call_hash=ByteArray(32),
    )
    poke_deposit = Call(4, threshold=u16, other_signatories=Vec(AccountId), call_hash=ByteArray(32))


class events:
    NewMultisig = Event(0, approving=AccountId, multisig=AccountId, call_hash=CallHash)
    MultisigApproval = Event(
        1, approving=AccountId, timepoint=TimepointOf, multisig=AccountId, call_hash=CallHash
    )
    MultisigExecuted = Event(
        2,
        approving=AccountId,
        timepoint=TimepointOf,
        multisig=AccountId,
        call_hash=CallHash,
        result=DispatchResult,
    )
    MultisigCancelled = Event(
        3, cancelling=AccountId, timepoint=TimepointOf, multisig=AccountId, call_hash=CallHash
    )
    DepositPoked = Event(
        4, who=AccountId, call_hash=CallHash, old_deposit=BalanceOf, new_deposit=BalanceOf
    )


class errors:
    MinimumThreshold = Error(
        0, "The threshold must be at least two; use as_multi_threshold_1 for one."
    )
    AlreadyApproved = Error(1, "This account has approved the call already.")
    NoApprovalsNeeded = Error(2, "The call needs no more approvals; execute it.")
    TooFewSignatories = Error(3, "The list of the other signatories is too short.")
    TooManySignatories = Error(4, "The list of the other signatories is too long.")
    SignatoriesOutOfOrder = Error(5, "The other signatories must be sorted by their public keys.")
    SenderInSignatories = Error(6, "The signer must not be among the other signatories.")
    NotFound = Error(7, "There is no such operation under way.")
    NotOwner = Error(8, "Only the account that began the operation may cancel it.")
    NoTimepoint = Error(9, "The operation is under way: give the timepoint at which it began.")
    WrongTimepoint = Error(10, "The operation began at another timepoint.")
    UnexpectedTimepoint = Error(11, "The operation has not begun: give no timepoint.")
    MaxWeightTooLow = Error(12, "The call weighs more than the maximum that was given.")
    AlreadyStored = Error(13, "The call is stored already.")


class constants:
    DepositBase = Constant(TaoBalance, 132_000_000)
    DepositFactor = Constant(TaoBalance, 32_000_000)
    MaxSignatories = Constant(u32, 100)


pallet = Pallet(
    "Multisig",
    13,
    crate="pallet_multisig",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
