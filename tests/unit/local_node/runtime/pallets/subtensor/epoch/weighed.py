"""A subnet with weights to count."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake, increase_stake
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    NETUID,
    TAO,
    at_block,
    started_chain,
)

HOTKEYS = [bytes([0x10 + uid]) * 32 for uid in range(1, 5)]
"""Uids 1 to 4; genesis gave uid 0 to the zero account."""


def subnet() -> Context:
    """Two validators, one with three times the other's stake, and two servers, at block 100."""
    ctx = started_chain()
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    for hotkey, alpha in zip(HOTKEYS, (3 * TAO, TAO, 0, 0), strict=True):
        ctx.put(storage.Owner, hotkey, COLDKEY)
        append_neuron(ctx, NETUID, hotkey, 10)
        if alpha:
            increase_stake(ctx, hotkey, COLDKEY, NETUID, alpha)
    at_block(ctx, 100)
    ctx.put(storage.ValidatorPermit, NETUID, [False, True, True, False, False])
    ctx.put(storage.LastUpdate, NETUID, [0, 50, 50, 50, 50])
    ctx.put(storage.CommitRevealWeightsEnabled, NETUID, False)
    ctx.put(storage.LastMechansimStepBlock, NETUID, 40)
    ctx.put(storage.Tempo, NETUID, 100)
    return ctx
