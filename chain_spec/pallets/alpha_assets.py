"""Issuance of alpha, per subnet."""

from __future__ import annotations

from chain_spec.declare import Map, Pallet, twox_64_concat
from chain_spec.types.units import AlphaBalance, NetUid


class storage:
    TotalAlphaIssuance = Map(twox_64_concat(NetUid), AlphaBalance)
    AlphaBurned = Map(twox_64_concat(NetUid), AlphaBalance)
    AlphaRecycled = Map(twox_64_concat(NetUid), AlphaBalance)


pallet = Pallet("AlphaAssets", 31, crate="pallet_alpha_assets", storage=storage)
