"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.swap.set_fee_rate import set_fee_rate
from local_node.runtime.pallets.swap.user_liquidity import (
    add_liquidity,
    disable_lp,
    modify_position,
    remove_liquidity,
    toggle_user_liquidity,
)

CALLS: tuple[CallFunction, ...] = (
    set_fee_rate,
    add_liquidity,
    remove_liquidity,
    modify_position,
    toggle_user_liquidity,
    disable_lp,
)
