"""Pulses of the drand beacon, which decrypt timelocked data."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    Map,
    Pallet,
    Value,
    blake2_128_concat,
    identity,
)
from chain_spec.types import BoundedBytes, Option, Vec, alias, boolean, u32, u64
from chain_spec.types.substrate import MultiSignature
from chain_spec.types.subtensor import (
    BeaconConfiguration,
    BeaconConfigurationPayload,
    Pulse,
    PulsesPayload,
)

Signature = alias("T::Signature", MultiSignature)


class storage:
    BeaconConfig = Value(
        BeaconConfiguration,
        default={
            "public_key": bytes.fromhex(
                "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
            ),
            "period": 3,
            "genesis_time": 1_692_803_367,
            "hash": bytes.fromhex(
                "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
            ),
            "group_hash": bytes.fromhex(
                "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"
            ),
            "scheme_id": b"bls-unchained-g1-rfc9380",
            "metadata": {"beacon_id": b"quicknet"},
        },
    )
    HasMigrationRun = Map(identity(BoundedBytes(128)), boolean)
    Pulses = Map(blake2_128_concat(u64), Pulse, optional=True)
    LastStoredRound = Value(u64)
    OldestStoredRound = Value(u64)
    NextUnsignedAt = Value(u32)


class calls:
    write_pulse = Call(
        0,
        pulses_payload=alias("PulsesPayload<T::Public, BlockNumberFor<T>>", PulsesPayload),
        signature=Option(Signature),
    )
    set_beacon_config = Call(
        1,
        config_payload=alias(
            "BeaconConfigurationPayload<T::Public, BlockNumberFor<T>>", BeaconConfigurationPayload
        ),
        signature=Option(Signature),
    )
    set_oldest_stored_round = Call(2, oldest_round=u64)


class events:
    BeaconConfigChanged = Event(0)
    NewPulse = Event(1, rounds=Vec(alias("RoundNumber", u64)))
    SetOldestStoredRound = Event(2, u64).labelled("round")


class errors:
    NoneValue = Error(0, "There is no value here.")
    StorageOverflow = Error(1, "A number grew out of its range.")
    DrandConnectionFailure = Error(2, "The drand beacon could not be reached.")
    UnverifiedPulse = Error(3, "The signature of the pulse has not been checked.")
    InvalidRoundNumber = Error(4, "The round does not follow the last one that is stored.")
    PulseVerificationError = Error(5, "The signature of the pulse is not the beacon's.")


class constants:
    UnsignedPriority = Constant(u64, 1_048_576)
    HttpFetchTimeout = Constant(u64, 1000)


pallet = Pallet(
    "Drand",
    26,
    crate="pallet_drand",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
