"""The start of a block: what is forgotten of hotkey swaps, and what it weighs."""

from __future__ import annotations

from chain_spec.pallets.subtensor import constants, storage
from local_node.runtime.frame.weight import db
from local_node.runtime.pallets.subtensor.on_initialize import on_initialize
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, key


def test_records_of_swaps_are_forgotten_when_they_no_longer_count() -> None:
    ctx = dev_context()
    interval = ctx.constant(constants.HotkeySwapOnSubnetInterval)
    assert interval == 1, "each block is every subnet's turn"
    for block in (1, 2):
        ctx.put(storage.LastHotkeySwapOnNetuid, (1, key(block)), block)
    go_to(ctx, 2)
    looked = on_initialize(ctx)
    assert len(list(ctx.iter(storage.LastHotkeySwapOnNetuid, 1))) == 2
    go_to(ctx, 3)
    assert on_initialize(ctx) == looked.plus(db(writes=1))
    assert [coldkey for coldkey, _ in ctx.iter(storage.LastHotkeySwapOnNetuid, 1)] == [key(2)]
