"""Data that neurons publish, plain or locked until a drand round."""

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
from chain_spec.types import BTreeSet, Bytes, Tuple, Vec, u32, u64
from chain_spec.types.labels import AccountId
from chain_spec.types.substrate import AccountId32
from chain_spec.types.subtensor import CommitmentInfo, CommitmentRegistration, UsageTracker
from chain_spec.types.units import NetUid, TaoBalance


class storage:
    TimelockedIndex = Value(BTreeSet(Tuple(NetUid, AccountId32)))
    CommitmentOf = Map(
        (identity(NetUid), twox_64_concat(AccountId32)), CommitmentRegistration, optional=True
    )
    LastCommitment = Map((identity(NetUid), twox_64_concat(AccountId32)), u32, optional=True)
    LastBondsReset = Map((identity(NetUid), twox_64_concat(AccountId32)), u32, optional=True)
    RevealedCommitments = Map(
        (identity(NetUid), twox_64_concat(AccountId32)), Vec(Tuple(Bytes, u64)), optional=True
    )
    UsedSpaceOf = Map((identity(NetUid), twox_64_concat(AccountId32)), UsageTracker, optional=True)
    MaxSpace = Value(u32, default=3100)


class calls:
    set_commitment = Call(0, netuid=NetUid, info=CommitmentInfo)
    set_max_space = Call(2, new_limit=u32)


class events:
    Commitment = Event(0, netuid=NetUid, who=AccountId)
    TimelockCommitment = Event(1, netuid=NetUid, who=AccountId, reveal_round=u64)
    CommitmentRevealed = Event(2, netuid=NetUid, who=AccountId)


class errors:
    TooManyFieldsInCommitmentInfo = Error(0, "The commitment has more fields than it may have.")
    AccountNotAllowedCommit = Error(
        1, "Only a hotkey that is registered on the subnet may commit to it."
    )
    SpaceLimitExceeded = Error(
        2, "The hotkey's space for this epoch is used up; commit less, or wait for the next one."
    )
    UnexpectedUnreserveLeftover = Error(
        3, "Less was set aside for the commitment than was to be given back."
    )


class constants:
    MaxFields = Constant(u32, 3)
    InitialDeposit = Constant(TaoBalance, 0)
    FieldDeposit = Constant(TaoBalance, 0)


pallet = Pallet(
    "Commitments",
    18,
    crate="pallet_commitments",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
