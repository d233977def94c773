"""When epochs run."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from tests.unit.local_node.runtime.pallets.subtensor.coinbase.emitting import (
    emitting_chain,
    pending,
    step,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import HOTKEY, NETUID
from tests.unit.local_node.runtime.support import decoded_events


def test_the_cap_of_a_block_defers_epochs() -> None:
    ctx = emitting_chain(tempo=3)
    ctx.set(storage.MaxEpochsPerBlock, 0)
    for number in (2, 3):
        step(ctx, number)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 0
    assert ctx.get(storage.PendingEpochAt, NETUID) == 4
    deferred = {"netuid": NETUID, "from_block": 3, "to_block": 4}
    assert ("SubtensorModule", "EpochDeferred", deferred) in decoded_events(ctx)
    ctx.set(storage.MaxEpochsPerBlock, 1)
    step(ctx, 4)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 4
    assert ctx.get(storage.PendingEpochAt, NETUID) == 0


def test_two_keys_of_one_hotkey_skip_the_epoch() -> None:
    ctx = emitting_chain(tempo=2)
    ctx.put(storage.Keys, (NETUID, 2), HOTKEY)
    step(ctx, 2)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 2
    assert pending(ctx)[0] > 0
    skipped = {"netuid": NETUID, "block": 2}
    assert ("SubtensorModule", "EpochSkipped", skipped) in decoded_events(ctx)


def test_a_tempo_of_zero_never_runs() -> None:
    ctx = emitting_chain(tempo=0)
    for number in range(2, 30):
        step(ctx, number)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 0
