"""Pallet `AlphaAssets` (index 31): per subnet, alpha ever issued, recycled and burned.

It has storage alone; `subtensor.coinbase.alpha` writes it.
"""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from local_node.runtime.frame.pallet import RuntimePallet

PALLET = RuntimePallet(alpha_assets.pallet)
