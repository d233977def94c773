from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.commitments.reveal import reveal
from tests.unit.local_node.runtime.pallets.commitments.commitments import (
    MINER,
    NETUID,
    OTHER,
    commit,
    locked,
    raw,
    storage,
)


def test_the_index_is_an_ordered_set(ctx: Context) -> None:
    for who in (OTHER, MINER, OTHER):
        commit(ctx, locked(b"m", 50), who=who)
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, MINER), (NETUID, OTHER)]
    commit(ctx, raw(1), who=MINER)
    assert ctx.get(storage.TimelockedIndex) == [(NETUID, OTHER)]
    ctx.remove(storage.CommitmentOf, (NETUID, OTHER))
    reveal(ctx)
    assert ctx.get(storage.TimelockedIndex) == []
