"""A subnet at work, block by block."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OWNER,
    TAO,
    at_block,
    by,
    started_chain,
)

OWNER_CUT = Fraction(11796, 65535)


def emitting_chain(*, moving_price: float = 1.0, tempo: int = 10) -> Context:
    """Subnet 1 with a validator and a miner, a moving price, and an epoch each `tempo` blocks."""
    ctx = started_chain()
    ctx.put(storage.FirstEmissionBlockNumber, NETUID, 1)
    ctx.put(storage.SubnetMovingPrice, NETUID, I96F32.from_float(moving_price))
    ctx.put(storage.Tempo, NETUID, tempo)
    ctx.put(storage.SubnetOwner, NETUID, OWNER)
    ctx.put(storage.SubnetOwnerHotkey, NETUID, HOTKEY_2)
    # Genesis gave uid 0 and an alpha to the zero account; here it has no stake.
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    append_neuron(ctx, NETUID, HOTKEY, 0)
    append_neuron(ctx, NETUID, HOTKEY_2, 0)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    return ctx


def step(ctx: Context, number: int) -> None:
    at_block(ctx, number)
    block_step(ctx)


def pending(ctx: Context) -> list[int]:
    return [
        ctx.get(item, NETUID)
        for item in (
            storage.PendingServerEmission,
            storage.PendingValidatorEmission,
            storage.PendingRootAlphaDivs,
            storage.PendingOwnerCut,
        )
    ]
