"""Pallet `EVMChainId` (index 23): the chain id for Ethereum clients."""

from __future__ import annotations

from chain_spec.pallets import evm_chain_id as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(declared.pallet, genesis=later(__name__, "genesis.genesis"))
