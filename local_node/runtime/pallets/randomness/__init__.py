"""Pallet `RandomnessCollectiveFlip` (index 1): the hashes of the last 81 blocks.

A block's author can choose its hash, so this randomness is not suitable for secrets.
"""

from __future__ import annotations

from chain_spec.pallets import randomness
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(randomness.pallet, hooks=later(__name__, "material.HOOKS"))
