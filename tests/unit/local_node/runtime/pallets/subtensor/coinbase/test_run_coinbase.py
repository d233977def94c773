"""A block's emission and an epoch's payments: every rao of alpha and TAO accounted for."""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import all_shares
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.pallets.subtensor.coinbase.emitting import (
    emitting_chain,
    pending,
    step,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    reserves,
)


def test_sixty_blocks_keep_the_books() -> None:
    ctx = emitting_chain()
    base = currency.total_issuance(ctx) - ctx.get(storage.TotalIssuance)
    start = reserves(ctx)[1] + reserves(ctx)[2]
    add_stake(ctx, by(OTHER), HOTKEY, ROOT, 50 * TAO)
    for number in range(2, 62):
        step(ctx, number)
        tao, alpha_in, alpha_out = reserves(ctx)
        assert currency.total_issuance(ctx) - base == ctx.get(storage.TotalIssuance)
        assert currency.free(ctx, account_id(NETUID)) == tao
        issued = ctx.get(alpha_assets.storage.TotalAlphaIssuance, NETUID)
        assert alpha_in + alpha_out == start + issued
    staked = sum(
        stake_of(ctx, hotkey, coldkey, on)
        for hotkey, coldkey, on in all_shares(ctx)
        if on == NETUID
    )
    assert staked + sum(pending(ctx)) <= reserves(ctx)[2]
