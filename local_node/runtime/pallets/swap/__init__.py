"""Pallet `Swap` (index 28): the pool between TAO and a subnet's alpha.

Layers, top to bottom:

- ``set_fee_rate``, ``user_liquidity`` (refused): the calls; ``runtime_api``: prices and quotes;
- ``execution``: swaps, executed and simulated, for staking and the coinbase;
- ``pool``: reserves, weights and price in storage;
- ``swap_step``, ``orders``, ``balancer``: the arithmetic, pure.
"""

from __future__ import annotations

from chain_spec.apis import swap as swap_api
from chain_spec.pallets import swap
from local_node.runtime.frame import RuntimePallet
from local_node.runtime.pallets.swap.runtime_api import (
    current_alpha_price,
    current_alpha_price_all,
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)
from local_node.runtime.pallets.swap.set_fee_rate import set_fee_rate
from local_node.runtime.pallets.swap.user_liquidity import (
    add_liquidity,
    disable_lp,
    modify_position,
    remove_liquidity,
    toggle_user_liquidity,
)

PALLET = RuntimePallet(
    swap.pallet,
    calls=(
        set_fee_rate,
        add_liquidity,
        remove_liquidity,
        modify_position,
        toggle_user_liquidity,
        disable_lp,
    ),
    apis={
        swap_api.SwapRuntimeApi: (
            current_alpha_price,
            current_alpha_price_all,
            sim_swap_tao_for_alpha,
            sim_swap_alpha_for_tao,
        )
    },
)
