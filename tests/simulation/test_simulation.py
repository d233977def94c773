"""The whole chain under random use: block by block the books balance, and a replay agrees.

The decisions come from the seed. Signatures have randomness of their own, though, and so have the
hashes of blocks, on which proofs of work and automatic claims depend: a failing run names its
block, call and figures, and the same seed comes close to it.
"""

from __future__ import annotations

from random import Random

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.chain.chain import Chain
from local_node.embedded.drand_beacon import attach
from tests.simulation.actions import draw
from tests.simulation.actions.loans import leased_subnet
from tests.simulation.invariants import Auditor
from tests.simulation.world import SUBNETS, World, call, failures, settled_world, sudo

ACTIONS_IN_A_BLOCK = 5
HAPPENED = {
    "WeightsSet",
    "WeightsRevealed",
    "NewPulse",
    "TimelockedWeightsRevealed",
    "SetChildren",
    "StakeAdded",
    "StakeRemoved",
    "StakeMoved",
    "StakeTransferred",
    "StakeSwapped",
    "StakeLocked",
    "LockMoved",
    "RootClaimed",
    "AlphaBurned",
    "AlphaRecycled",
    "ColdkeySwapped",
    "HotkeySwapped",
    "NetworkAdded",
    "NetworkRemoved",
    "SubnetLeaseCreated",
    "Finalized",
    "ProxyExecuted",
    "Faucet",
}
"""Events that a long run must have seen, or it proves little."""


def simulate(world: World, seed: str, blocks: int) -> None:
    """Random blocks under audit, after a leased subnet while subnets are still cheap.

    After a quarter of the blocks root dividends begin to be paid.
    """
    for step in leased_subnet(world.context()):
        assert world.block(step) == [None]
        assert not failures(world.events()), step
    chance = Random(seed)
    for number in range(blocks):
        if number == blocks // 4:
            quick = call("AdminUtils", "sudo_set_subnet_moving_alpha", alpha=(1 << 32) // 4)
            world.block(sudo(quick))
        world.block(*draw(world.context(), chance, ACTIONS_IN_A_BLOCK))
        assert not world.runtime.panics, world.runtime.panics


def replay(world: World) -> Chain:
    """The same blocks on a new chain, from genesis."""
    world.runtime.after = None
    chain = world.fresh_chain()
    for number in range(1, world.chain.best.number + 1):
        block_hash = world.chain.hash_at(number)
        assert block_hash is not None
        block = world.chain.block(block_hash)
        assert block is not None
        chain.import_block(block)
        assert chain.state().root == world.chain.state(block_hash).root, number
    return chain


def run(seed: str, blocks: int) -> tuple[World, Auditor]:
    world = settled_world()
    auditor = Auditor(world)
    attach(world.chain)
    simulate(world, seed, blocks)
    return world, auditor


def test_the_books_balance_after_every_block_and_a_replay_agrees() -> None:
    world, _ = run("a short one", 60)
    ctx = world.context()
    networks = [netuid for netuid, added in ctx.iter(storage.NetworksAdded) if added and netuid]
    assert len(networks) >= SUBNETS - 1
    assert replay(world).best == world.chain.best


@pytest.mark.slow
def test_the_books_balance_over_two_thousand_blocks() -> None:
    world, auditor = run("a long one", 2000)
    assert auditor.seen >= HAPPENED
    assert replay(world).best == world.chain.best
    assert world.chain.check() == []
