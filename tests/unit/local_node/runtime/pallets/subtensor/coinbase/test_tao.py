"""TAO on behalf of the pallet: both issuances follow each other."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.coinbase import tao
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused, rich

TAO = 10**9
ME, OTHER = key(1), key(2)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, ME, tao=10)
    ctx.set(storage.TotalIssuance, 1_000 * TAO)
    return ctx


def issuances(ctx: Context) -> tuple[int, int]:
    return currency.total_issuance(ctx), ctx.get(storage.TotalIssuance)


def test_a_transfer_that_kills_takes_its_dust_out_of_both(ctx: Context) -> None:
    before = issuances(ctx)
    tao.transfer_tao(ctx, ME, OTHER, 4 * TAO)
    assert issuances(ctx) == before
    with refused(errors.InsufficientBalance):
        tao.transfer_tao(ctx, ME, OTHER, 6 * TAO + 1)
    tao.transfer_tao(ctx, ME, OTHER, 6 * TAO - 100)
    assert currency.free(ctx, ME) == 0
    assert issuances(ctx) == (before[0] - 100, before[1] - 100)
    tao.transfer_all_tao_and_kill(ctx, OTHER, ME)
    assert (currency.free(ctx, OTHER), currency.free(ctx, ME)) == (0, 10 * TAO - 100)


def test_the_coldkey_stays_alive_where_a_subnet_takes_its_tao(ctx: Context) -> None:
    assert tao.transfer_tao_to_subnet(ctx, 1, ME, 0) == 0
    moved = tao.transfer_tao_to_subnet(ctx, 1, ME, 10 * TAO)
    assert moved == 10 * TAO - 500
    assert currency.free(ctx, ME) == 500
    with refused(errors.InsufficientBalance):
        tao.transfer_tao_to_subnet(ctx, 1, ME, 5)
    with refused(errors.SubnetNotExists):
        tao.transfer_tao_to_subnet(ctx, 9, ME, 5)
    pool = currency.free(ctx, account_id(1))
    tao.transfer_tao_from_subnet(ctx, 1, OTHER, TAO)
    assert currency.free(ctx, account_id(1)) == pool - TAO


def test_burnt_tao_stays_issued_and_recycled_tao_does_not(ctx: Context) -> None:
    before = issuances(ctx)
    tao.burn_tao(ctx, ME, TAO)
    assert issuances(ctx) == before
    assert currency.free(ctx, tao.BURN_ACCOUNT) == TAO
    tao.recycle_tao(ctx, ME, TAO)
    assert issuances(ctx) == (before[0] - TAO, before[1] - TAO)
    with refused(errors.InsufficientBalance):
        tao.recycle_tao(ctx, ME, 8 * TAO)  # that would leave no existential deposit


def test_a_credit_is_spent_or_was_never_issued(ctx: Context) -> None:
    before = issuances(ctx)
    credit = tao.mint_tao(ctx, 10 * TAO)
    assert tao.spend_tao(ctx, OTHER, credit, 11 * TAO) is None
    assert tao.spend_tao(ctx, OTHER, credit, 499) is None  # too little to exist by
    left = tao.spend_tao(ctx, OTHER, credit, 4 * TAO)
    assert left == 6 * TAO
    tao.recycle_credit(ctx, left)
    assert issuances(ctx) == (before[0] + 4 * TAO, before[1] + 4 * TAO)
    currency.mint(ctx, OTHER, tao.MAX_TAO_ISSUANCE - currency.total_issuance(ctx) - 3)
    assert tao.mint_tao(ctx, TAO) == 3
