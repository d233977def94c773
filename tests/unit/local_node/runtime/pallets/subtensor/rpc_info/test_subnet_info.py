from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import ask


def test_the_next_epoch_is_by_tempo_or_by_trigger(ctx: Context) -> None:
    ctx.put(storage.LastEpochBlock, 2, 100)
    ctx.put(storage.Tempo, 2, 360)
    assert ask(ctx, "get_next_epoch_start_block") == 460
    ctx.put(storage.PendingEpochAt, 2, 120)
    assert ask(ctx, "get_next_epoch_start_block") == 120
    ctx.put(storage.Tempo, 2, 0)
    assert ask(ctx, "get_next_epoch_start_block") is None
