"""The events of AdminUtils.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class PrecompileUpdated(
    TypedEvent, pallet="AdminUtils", name="PrecompileUpdated", shape="9f881f1d78b9cf61"
):
    precompile_id: v.PrecompileEnum
    enabled: bool


class Yuma3EnableToggled(
    TypedEvent, pallet="AdminUtils", name="Yuma3EnableToggled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class BondsResetToggled(
    TypedEvent, pallet="AdminUtils", name="BondsResetToggled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class BurnHalfLifeSet(
    TypedEvent, pallet="AdminUtils", name="BurnHalfLifeSet", shape="1d1cf75cab0b7f12"
):
    netuid: v.NetUid
    burn_half_life: int


class BurnIncreaseMultSet(
    TypedEvent, pallet="AdminUtils", name="BurnIncreaseMultSet", shape="e9ca329c24b41cc8"
):
    netuid: v.NetUid
    burn_increase_mult: int


class SubnetEmissionEnabledSet(
    TypedEvent, pallet="AdminUtils", name="SubnetEmissionEnabledSet", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool
