"""Pallet `SubtensorModule` (index 7): subnets, their neurons and their economy.

Layers, top to bottom:

  rpc_info          the runtime APIs
  guards            the checks before a call
  genesis           block 0
  key_swap          calls that replace a hotkey or a coldkey
  coinbase, epoch   emission and consensus
  subnets           registration, weights, serving, creation and end of subnets
  staking           stake, takes, children, claims, locks
  owners, rate_limits, voting_power, features
"""

from __future__ import annotations

from chain_spec.pallets import subtensor
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    subtensor.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "genesis.build"),
    apis=later(__name__, "rpc_info.apis.APIS"),
    storage_version=7,
)
