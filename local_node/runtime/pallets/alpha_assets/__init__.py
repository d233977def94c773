"""Pallet `AlphaAssets` (index 31): the alpha issued, recycled and burned on each subnet.

It only has storage, which `subtensor.coinbase.alpha` writes.
"""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from local_node.runtime.frame.pallet import RuntimePallet

PALLET = RuntimePallet(alpha_assets.pallet)
