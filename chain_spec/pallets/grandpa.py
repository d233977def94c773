"""The authorities that finalize blocks."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, Value, twox_64_concat
from chain_spec.types import Tuple, Vec, WeakBoundedVec, alias, u32, u64
from chain_spec.types.consensus import (
    GrandpaEquivocationProof,
    GrandpaId,
    StoredPendingChange,
    StoredState,
)
from chain_spec.types.labels import BlockNumber
from chain_spec.types.substrate import Void

Box = alias("Box<EquivocationProof<T::Hash, BlockNumberFor<T>>>", GrandpaEquivocationProof)
KeyOwnerProof = alias("T::KeyOwnerProof", Void)


class storage:
    State = Value(StoredState)
    PendingChange = Value(StoredPendingChange, optional=True)
    NextForced = Value(u32, optional=True)
    Stalled = Value(Tuple(u32, u32), optional=True)
    CurrentSetId = Value(u64)
    SetIdSession = Map(twox_64_concat(u64), u32, optional=True)
    Authorities = Value(WeakBoundedVec(Tuple(GrandpaId, u64)))


class calls:
    report_equivocation = Call(0, equivocation_proof=Box, key_owner_proof=KeyOwnerProof)
    report_equivocation_unsigned = Call(1, equivocation_proof=Box, key_owner_proof=KeyOwnerProof)
    note_stalled = Call(2, delay=BlockNumber, best_finalized_block_number=BlockNumber)


class events:
    NewAuthorities = Event(0, authority_set=alias("AuthorityList", Vec(Tuple(GrandpaId, u64))))
    Paused = Event(1)
    Resumed = Event(2)


class errors:
    PauseFailed = Error(0, "Finality is not live, so it cannot be paused.")
    ResumeFailed = Error(1, "Finality is not paused, so it cannot be resumed.")
    ChangePending = Error(2, "A change of authorities is pending; wait until it is in force.")
    TooSoon = Error(3, "A forced change came too recently; wait some blocks.")
    InvalidKeyOwnershipProof = Error(4, "The proof does not show whose key this is.")
    InvalidEquivocationProof = Error(5, "The proof does not show two votes of one voter.")
    DuplicateOffenceReport = Error(6, "This offence was reported before.")


class constants:
    MaxAuthorities = Constant(u32, 32)
    MaxNominators = Constant(u32, 20)
    MaxSetIdSessionEntries = Constant(u64, 0)


pallet = Pallet(
    "Grandpa",
    4,
    crate="pallet_grandpa",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
    plain_events=True,
)
