"""Extrinsics that are encrypted to a coming block's author."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Map, Pallet, Value, identity, twox_64_concat
from chain_spec.types import BoundedBytes, Option, boolean, u32, u64
from chain_spec.types.consensus import AuraId
from chain_spec.types.labels import AccountId
from chain_spec.types.substrate import H256, DispatchError
from chain_spec.types.subtensor import PendingExtrinsic


class storage:
    CurrentKey = Value(BoundedBytes(2048), optional=True)
    PendingKey = Value(BoundedBytes(2048), optional=True)
    NextKey = Value(BoundedBytes(2048), optional=True)
    AuthorKeys = Map(twox_64_concat(AuraId), BoundedBytes(2048), optional=True)
    PendingKeyExpiresAt = Value(u32, optional=True)
    NextKeyExpiresAt = Value(u32, optional=True)
    HasMigrationRun = Map(identity(BoundedBytes(128)), boolean)
    MaxPendingExtrinsicsLimit = Value(u32, default=100)
    ExtrinsicLifetime = Value(u32, default=10)
    OnInitializeWeight = Value(u64, default=500_000_000_000)
    MaxExtrinsicWeight = Value(u64, default=50_000_000_000)
    PendingExtrinsics = Map(identity(u32), PendingExtrinsic, optional=True)
    CounterForPendingExtrinsics = Value(u32)
    NextPendingExtrinsicIndex = Value(u32)


class calls:
    announce_next_key = Call(0, enc_key=Option(BoundedBytes(2048)))
    submit_encrypted = Call(1, ciphertext=BoundedBytes(8192))
    store_encrypted = Call(2, encrypted_call=BoundedBytes(8192))
    set_max_pending_extrinsics_number = Call(3, value=u32)
    set_on_initialize_weight = Call(4, value=u64)
    set_stored_extrinsic_lifetime = Call(5, value=u32)
    set_max_extrinsic_weight = Call(6, value=u64)


class events:
    EncryptedSubmitted = Event(0, id=H256, who=AccountId)
    ExtrinsicStored = Event(1, index=u32, who=AccountId)
    ExtrinsicDecodeFailed = Event(2, index=u32)
    ExtrinsicDispatchFailed = Event(3, index=u32, error=DispatchError)
    ExtrinsicDispatched = Event(4, index=u32)
    ExtrinsicExpired = Event(5, index=u32)
    ExtrinsicPostponed = Event(6, index=u32)
    MaxPendingExtrinsicsNumberSet = Event(7, value=u32)
    OnInitializeWeightSet = Event(8, value=u64)
    ExtrinsicLifetimeSet = Event(9, value=u32)
    MaxExtrinsicWeightSet = Event(10, value=u64)
    ExtrinsicWeightExceeded = Event(11, index=u32)


class errors:
    BadEncKeyLen = Error(0, "The key is not of the length of an ML-KEM-768 key.")
    Unreachable = Error(1, "This cannot happen; it would be an error of the chain.")
    TooManyPendingExtrinsics = Error(
        2, "As many extrinsics wait as can; try again in a later block."
    )
    WeightExceedsAbsoluteMax = Error(3, "The weight is above what may ever be set.")


pallet = Pallet(
    "MevShield",
    30,
    crate="pallet_shield",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
)
