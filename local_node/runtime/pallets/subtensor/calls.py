"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.subtensor import voting_power
from local_node.runtime.pallets.subtensor.key_swap import calls as key_swap_calls
from local_node.runtime.pallets.subtensor.senate_vote import vote
from local_node.runtime.pallets.subtensor.staking import calls as staking_calls
from local_node.runtime.pallets.subtensor.subnets import calls as subnet_calls

CALLS: tuple[CallFunction, ...] = (
    *subnet_calls.CALLS,
    *staking_calls.CALLS,
    *key_swap_calls.CALLS,
    *voting_power.CALLS,
    vote,
)
