from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all import unstake_all
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all_alpha import unstake_all_alpha
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.remove.staked import staked_chain


def test_unstake_all_covers_root_and_unstake_all_alpha_moves_there() -> None:
    ctx = staked_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 3 * TAO)
    unstake_all_alpha(ctx, by(COLDKEY), HOTKEY)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
    moved = stake_of(ctx, HOTKEY, COLDKEY, ROOT)
    assert 20 * TAO < moved < 23 * TAO
    unstake_all(ctx, by(COLDKEY), HOTKEY)
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) == 0
    assert not ctx.contains(storage.StakingColdkeys, COLDKEY)
    assert ctx.get(storage.NumStakingColdkeys) == 0
