"""Burning alpha: it is nobody's, and stays issued."""

from __future__ import annotations

import pytest

from chain_spec.pallets import alpha_assets
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.burn.burn_alpha import burn_alpha
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events


def test_the_stake_falls_and_the_issuance_does_not() -> None:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    held, before = stake_of(ctx, HOTKEY, COLDKEY, NETUID), reserves(ctx)
    with pytest.raises(DispatchFailure, match="BadOrigin"):
        burn_alpha(ctx, root, HOTKEY, TAO, NETUID)
    burn_alpha(ctx, by(COLDKEY), HOTKEY, TAO, NETUID)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held - TAO
    assert reserves(ctx) == before
    assert ctx.get(alpha_assets.storage.AlphaBurned, NETUID) == TAO
    fields = (COLDKEY, HOTKEY, TAO, NETUID)
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "AlphaBurned", fields)
