"""Pallet `SubtensorModule` (index 7): subnets, their neurons and their economy.

Layers, top to bottom:

    rpc_info          answers to the runtime APIs
    guards            what is asked of a call before it runs
    genesis           block 0
    swap              calls that exchange a hotkey or a coldkey
    coinbase, epoch   emission and consensus
    subnets           registration, weights, serving, creation and end of subnets
    staking           stake, takes, children, claims, locks
    owners, rate_limits, voting_power, features
"""

from __future__ import annotations

from chain_spec.pallets import subtensor
from local_node.runtime.frame import Hooks, RuntimePallet
from local_node.runtime.pallets.subtensor import staking, voting_power
from local_node.runtime.pallets.subtensor.genesis import build
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from local_node.runtime.pallets.subtensor.guards.transaction_codes import REFUSAL_CODES
from local_node.runtime.pallets.subtensor.on_initialize import on_initialize
from local_node.runtime.pallets.subtensor.rpc_info.apis import APIS
from local_node.runtime.pallets.subtensor.senate_vote import vote
from local_node.runtime.pallets.subtensor.staking.alpha_fees import ALPHA_FEES
from local_node.runtime.pallets.subtensor.subnets import calls as subnet_calls
from local_node.runtime.pallets.subtensor.swap import calls as swap_calls

PALLET = RuntimePallet(
    subtensor.pallet,
    calls=(*subnet_calls.CALLS, *staking.CALLS, *swap_calls.CALLS, *voting_power.CALLS, vote),
    hooks=Hooks(
        on_initialize=on_initialize,
        guards=(check_call,),
        refusal_codes=REFUSAL_CODES,
        fee_fallback=ALPHA_FEES,
    ),
    genesis=build,
    apis=APIS,
    storage_version=7,
)
