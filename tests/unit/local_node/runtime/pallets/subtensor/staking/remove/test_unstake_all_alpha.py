"""All alpha of a hotkey, sold and staked on root."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all_alpha import unstake_all_alpha
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    fails,
    started_chain,
)


def test_what_is_sold_is_on_root_afterwards() -> None:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 20 * TAO)
    unstake_all_alpha(ctx, by(COLDKEY), HOTKEY)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
    assert 19 * TAO < stake_of(ctx, HOTKEY, COLDKEY, 0) < 20 * TAO


def test_refusals() -> None:
    ctx = started_chain()
    with pytest.raises(DispatchFailure, match="BadOrigin"):
        unstake_all_alpha(ctx, root, HOTKEY)
    with fails(errors.HotKeyAccountNotExists):
        unstake_all_alpha(ctx, by(COLDKEY), b"\x79" * 32)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 20 * TAO)
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    with fails(errors.AmountTooLow):  # the subnet is passed over, and nothing is left to stake
        unstake_all_alpha(ctx, by(COLDKEY), HOTKEY)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held
