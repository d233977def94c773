"""Prices of alpha, and simulated swaps."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Vec, u64
from chain_spec.types.rpc_info import SimSwapResult, SubnetPrice
from chain_spec.types.units import AlphaBalance, NetUid, TaoBalance


class SwapRuntimeApi:
    current_alpha_price = Method(u64, netuid=NetUid)
    current_alpha_price_all = Method(Vec(SubnetPrice))
    sim_swap_tao_for_alpha = Method(SimSwapResult, netuid=NetUid, tao=TaoBalance)
    sim_swap_alpha_for_tao = Method(SimSwapResult, netuid=NetUid, alpha=AlphaBalance)


api = Api(SwapRuntimeApi, version=1)
