"""The events of Drand.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class BeaconConfigChanged(
    TypedEvent, pallet="Drand", name="BeaconConfigChanged", shape="e4a6a0577479b2b4"
):
    pass


class NewPulse(TypedEvent, pallet="Drand", name="NewPulse", shape="97a7adeec2d702c4"):
    rounds: list[int]


class SetOldestStoredRound(
    TypedEvent, pallet="Drand", name="SetOldestStoredRound", shape="bee1d349a251a655"
):
    round: int
