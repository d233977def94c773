"""The calls of Drand.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class WritePulse(TypedCall, pallet="Drand", name="write_pulse", shape="5abc6797cb5a082e"):
    pulses_payload: v.PulsesPayload
    signature: v.VariantValue | None


class SetBeaconConfig(
    TypedCall, pallet="Drand", name="set_beacon_config", shape="fc90ef78c2feb1f1"
):
    config_payload: v.BeaconConfigurationPayload
    signature: v.VariantValue | None


class SetOldestStoredRound(
    TypedCall, pallet="Drand", name="set_oldest_stored_round", shape="630a40a1585ced5d"
):
    oldest_round: int
