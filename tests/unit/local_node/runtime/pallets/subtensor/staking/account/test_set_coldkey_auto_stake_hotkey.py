"""Where a coldkey's emission is staked."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.account.set_coldkey_auto_stake_hotkey import (
    set_coldkey_auto_stake_hotkey,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    by,
    fails,
    started_chain,
)


def test_auto_stake_names_one_registered_hotkey() -> None:
    ctx = started_chain()
    with fails(errors.HotKeyNotRegisteredInSubNet):
        set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    for hotkey in (HOTKEY, HOTKEY_2):
        append_neuron(ctx, NETUID, hotkey, 0)
    set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    with fails(errors.SameAutoStakeHotkeyAlreadySet):
        set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY_2)
    assert ctx.get(storage.AutoStakeDestinationColdkeys, (HOTKEY, NETUID)) == []
    assert ctx.get(storage.AutoStakeDestinationColdkeys, (HOTKEY_2, NETUID)) == [COLDKEY]
