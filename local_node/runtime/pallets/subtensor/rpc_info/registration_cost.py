"""The current cost of creating a subnet."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.lifecycle.lock_cost import network_lock_cost


def get_network_registration_cost(ctx: Context) -> int:
    """The cost in rao."""
    return network_lock_cost(ctx)
