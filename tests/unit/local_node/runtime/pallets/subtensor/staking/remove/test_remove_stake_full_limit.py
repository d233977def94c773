from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_full_limit import (
    remove_stake_full_limit,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.remove.staked import staked_chain


def test_a_full_limit_sells_everything_or_nothing() -> None:
    ctx = staked_chain()
    with fails(errors.SlippageTooHigh):
        remove_stake_full_limit(ctx, by(COLDKEY), HOTKEY, NETUID, 8 * TAO)
    remove_stake_full_limit(ctx, by(COLDKEY), HOTKEY, NETUID, None)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
