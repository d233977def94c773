"""What a block emits to a subnet, and to whom of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.pallets.subtensor.coinbase.emitting import (
    OWNER_CUT,
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


def test_a_block_emits_one_tao_and_one_alpha_for_participants() -> None:
    ctx = emitting_chain()
    issued, (tao, alpha_in, alpha_out) = currency.total_issuance(ctx), reserves(ctx)
    step(ctx, 2)
    # The only subnet gets the whole TAO (its share is cut to 64 places); without root stake no
    # alpha may be injected, so all of it buys alpha for the protocol.
    emitted = currency.total_issuance(ctx) - issued
    assert emitted == ctx.get(storage.TotalIssuance)
    assert TAO - 2 <= emitted <= TAO
    assert ctx.get(storage.SubnetExcessTao, NETUID) == emitted
    bought = ctx.get(storage.SubnetProtocolAlpha, NETUID)
    assert abs(bought - Fraction(alpha_in * emitted, tao + emitted)) <= 1
    assert reserves(ctx) == (tao + emitted, alpha_in - bought, alpha_out + bought + TAO)
    assert currency.free(ctx, account_id(NETUID)) == tao + emitted
    assert ctx.get(alpha_assets.storage.TotalAlphaIssuance, NETUID) == TAO


def test_participants_alpha_is_split_between_owner_miners_and_validators() -> None:
    ctx = emitting_chain()
    step(ctx, 2)
    owner = int(OWNER_CUT * TAO)
    half = (TAO - OWNER_CUT * TAO) / 2
    servers, validators, root, cut = pending(ctx)
    assert (servers, validators) == pytest.approx((half, half), abs=1)
    assert root == 0
    assert cut == pytest.approx(owner, abs=1)
    ctx.put(storage.OwnerCutEnabled, NETUID, False)
    step(ctx, 3)
    assert pending(ctx)[0] == pytest.approx(servers + TAO // 2, abs=1)
    assert pending(ctx)[3] == cut


def test_root_gets_its_proportion_where_it_sells_and_else_it_is_recycled() -> None:
    for price, sells in ((2.0, True), (1.0, False)):
        ctx = emitting_chain(moving_price=price)
        add_stake(ctx, by(OTHER), HOTKEY, ROOT, 100 * TAO)
        _, alpha_in, alpha_out = reserves(ctx)
        step(ctx, 2)
        weight = Fraction(ctx.get(storage.TaoWeight), 2**64 - 1) * 100 * TAO
        # The proportion is taken when the pool has had its alpha, before the participants have.
        injected = ctx.get(storage.SubnetAlphaInEmission, NETUID)
        proportion = weight / (weight + alpha_in + alpha_out + injected + TAO)
        expected = (TAO - OWNER_CUT * TAO) / 2 * proportion
        recycled = ctx.get(alpha_assets.storage.AlphaRecycled, NETUID)
        found = pending(ctx)[2] if sells else recycled
        assert found == pytest.approx(float(expected), rel=1e-6)
        assert (pending(ctx)[2] == 0) is not sells
