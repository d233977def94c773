"""The calls of Swap.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v


class SetFeeRate(TypedCall, pallet="Swap", name="set_fee_rate", shape="b3b00bc4e1198288"):
    netuid: v.NetUid
    rate: int


class AddLiquidity(TypedCall, pallet="Swap", name="add_liquidity", shape="85546d9f3406a978"):
    hotkey: i.Account
    netuid: v.NetUid
    tick_low: int
    tick_high: int
    liquidity: int


class RemoveLiquidity(TypedCall, pallet="Swap", name="remove_liquidity", shape="cfaaf9271143b842"):
    hotkey: i.Account
    netuid: v.NetUid
    position_id: int


class ModifyPosition(TypedCall, pallet="Swap", name="modify_position", shape="0d845a00030b78f8"):
    hotkey: i.Account
    netuid: v.NetUid
    position_id: int
    liquidity_delta: int


class ToggleUserLiquidity(
    TypedCall, pallet="Swap", name="toggle_user_liquidity", shape="da2fd4ad8202deae"
):
    netuid: v.NetUid
    enable: bool


class DisableLp(TypedCall, pallet="Swap", name="disable_lp", shape="e4a6a0577479b2b4"):
    pass
