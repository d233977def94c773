"""Types of Aura, Grandpa, and of the Babe API that Subtensor serves beside them."""

from __future__ import annotations

from typing import TypeVar

from chain_spec.types.construct import (
    ByteArray,
    Option,
    Tuple,
    Vec,
    WeakBoundedVec,
    alias,
    enum,
    newtype,
    struct,
    variant,
)
from chain_spec.types.expression import Struct, StructValue, Type
from chain_spec.types.primitives import Bytes, u32, u64
from chain_spec.types.substrate import H256, Header, Slot

V = TypeVar("V")

Public = alias("sr25519::Public", ByteArray(32))
Randomness = alias("Randomness", ByteArray(32))
H = alias("H", H256)
N = alias("N", u32)
AuraId = newtype("sp_consensus_aura::sr25519::app_sr25519::Public", Public)
BabeId = newtype("sp_consensus_babe::app::Public", Public)
GrandpaId = newtype("sp_consensus_grandpa::app::Public", alias("ed25519::Public", ByteArray(32)))
GrandpaSignature = newtype(
    "sp_consensus_grandpa::app::Signature", alias("ed25519::Signature", ByteArray(64))
)
AllowedSlots = enum(
    "sp_consensus_babe::AllowedSlots",
    PrimarySlots=0,
    PrimaryAndSecondaryPlainSlots=1,
    PrimaryAndSecondaryVRFSlots=2,
)
BabeConfiguration = struct(
    "sp_consensus_babe::BabeConfiguration",
    slot_duration=u64,
    epoch_length=u64,
    c=Tuple(u64, u64),
    authorities=Vec(Tuple(BabeId, u64)),
    randomness=Randomness,
    allowed_slots=AllowedSlots,
)
BabeEpochConfiguration = struct(
    "sp_consensus_babe::BabeEpochConfiguration", c=Tuple(u64, u64), allowed_slots=AllowedSlots
)
Epoch = struct(
    "sp_consensus_babe::Epoch",
    epoch_index=u64,
    start_slot=Slot,
    duration=u64,
    authorities=Vec(Tuple(BabeId, u64)),
    randomness=Randomness,
    config=BabeEpochConfiguration,
)
OpaqueKeyOwnershipProof = newtype("sp_consensus_babe::OpaqueKeyOwnershipProof", Bytes)
Precommit = struct("finality_grandpa::Precommit", target_hash=H, target_number=N).of(H=H256, N=u32)
Prevote = struct("finality_grandpa::Prevote", target_hash=H, target_number=N).of(H=H256, N=u32)


def GrandpaEquivocationOf(vote: Type[V]) -> Struct[StructValue]:
    """Two different votes of one authority in one round."""
    return struct(
        "finality_grandpa::Equivocation",
        round_number=u64,
        identity=alias("Id", GrandpaId),
        first=Tuple(alias("V", vote), alias("S", GrandpaSignature)),
        second=Tuple(alias("V", vote), alias("S", GrandpaSignature)),
    ).of(Id=GrandpaId, V=vote, S=GrandpaSignature)


GrandpaEquivocation = enum(
    "sp_consensus_grandpa::Equivocation",
    Prevote=variant(0, GrandpaEquivocationOf(Prevote)),
    Precommit=variant(1, GrandpaEquivocationOf(Precommit)),
).of(H=H256, N=u32)
GrandpaEquivocationProof = struct(
    "sp_consensus_grandpa::EquivocationProof",
    set_id=alias("SetId", u64),
    equivocation=GrandpaEquivocation,
).of(H=H256, N=u32)
SlotsEquivocationProof = struct(
    "sp_consensus_slots::EquivocationProof",
    offender=alias("Id", BabeId),
    slot=Slot,
    first_header=Header,
    second_header=Header,
).of(Header=Header, Id=BabeId)
SlotDuration = newtype("sp_consensus_slots::SlotDuration", u64)
StoredPendingChange = struct(
    "pallet_grandpa::StoredPendingChange",
    scheduled_at=N,
    delay=N,
    next_authorities=WeakBoundedVec(Tuple(GrandpaId, u64)),
    forced=Option(u32),
).of(N=u32, Limit=None)
StoredState = enum(
    "pallet_grandpa::StoredState",
    Live=0,
    PendingPause=variant(1, scheduled_at=N, delay=N),
    Paused=2,
    PendingResume=variant(3, scheduled_at=N, delay=N),
).of(N=u32)
