"""Alpha that is recycled or burned."""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import errors
from local_node.runtime.pallets.subtensor.staking.burn.burn_alpha import burn_alpha
from local_node.runtime.pallets.subtensor.staking.burn.recycle_alpha import recycle_alpha
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    fails,
    reserves,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import staked_chain


def test_recycled_alpha_leaves_the_issuance_and_burned_alpha_does_not() -> None:
    ctx = staked_chain()
    _, _, outstanding = reserves(ctx)
    recycle_alpha(ctx, by(COLDKEY), HOTKEY, TAO, NETUID)
    assert reserves(ctx)[2] == outstanding - TAO
    assert ctx.get(alpha_assets.storage.AlphaRecycled, NETUID) == TAO
    burn_alpha(ctx, by(COLDKEY), HOTKEY, TAO, NETUID)
    assert reserves(ctx)[2] == outstanding - TAO
    assert ctx.get(alpha_assets.storage.AlphaBurned, NETUID) == TAO
    with fails(errors.CannotBurnOrRecycleOnRootSubnet):
        burn_alpha(ctx, by(COLDKEY), HOTKEY, 1, ROOT)
