"""Pallet `Swap` (index 28): the pool between TAO and a subnet's alpha.

Layers, top to bottom:

- ``set_fee_rate``, ``user_liquidity`` (refused): the calls; ``runtime_api``: prices and quotes;
- ``execution``: swaps, executed and simulated, for staking and the coinbase;
- ``pool``: stored reserves, weights and price;
- ``swap_step``, ``orders``, ``balancer``: the arithmetic, pure.
"""

from __future__ import annotations

from chain_spec.pallets import swap
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    swap.pallet,
    calls=later(__name__, "calls.CALLS"),
    apis=later(__name__, "apis.APIS"),
)
