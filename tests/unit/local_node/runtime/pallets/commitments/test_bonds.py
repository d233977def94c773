from __future__ import annotations

from chain_spec.pallets.subtensor import storage as subtensor
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.commitments.commitments import (
    MINER,
    NETUID,
    commit,
    raw,
    storage,
)


def test_the_flag_resets_bonds_where_the_subnet_wants_it(ctx: Context) -> None:
    bonds = [(0, 11), (1, 22)]
    for holder in (0, 1):
        ctx.put(subtensor.Bonds, (NETUID, holder), bonds)
    commit(ctx, "ResetBondsFlag")
    assert ctx.get(storage.LastBondsReset, (NETUID, MINER)) == 20
    assert ctx.get(subtensor.Bonds, (NETUID, 0)) == bonds
    ctx.put(subtensor.BondsResetOn, NETUID, True)
    commit(ctx, raw(1))
    assert ctx.get(subtensor.Bonds, (NETUID, 0)) == bonds
    uid = ctx.get(subtensor.Uids, (NETUID, MINER))
    commit(ctx, raw(1), "ResetBondsFlag")
    rest = [bond for bond in bonds if bond[0] != uid]
    assert len(rest) < 2
    for holder in (0, 1):
        assert ctx.get(subtensor.Bonds, (NETUID, holder)) == rest
