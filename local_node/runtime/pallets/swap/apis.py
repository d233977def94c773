"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from chain_spec.apis import swap as swap_api
from local_node.runtime.frame.pallet import Apis
from local_node.runtime.pallets.swap.runtime_api import (
    current_alpha_price,
    current_alpha_price_all,
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)

APIS: Apis = {
    swap_api.SwapRuntimeApi: (
        current_alpha_price,
        current_alpha_price_all,
        sim_swap_tao_for_alpha,
        sim_swap_alpha_for_tao,
    )
}
