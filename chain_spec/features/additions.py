"""The additions of each feature. A pallet named like one of the base extends it."""

from __future__ import annotations

from typing import Final

from chain_spec.declare import Pallet
from chain_spec.features import Feature, faucet, governance, pow

PARTS: Final[dict[Feature, tuple[Pallet, ...]]] = {
    Feature.FAUCET: faucet.PARTS,
    Feature.POW: pow.PARTS,
    Feature.GOVERNANCE: governance.PARTS,
}
