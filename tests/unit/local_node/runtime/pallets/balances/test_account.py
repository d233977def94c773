from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.balances.accounts import B, D, names
from tests.unit.local_node.runtime.support import TAO


def test_an_account_that_falls_below_the_deposit_is_reaped_and_its_dust_lost(ctx: Context):
    issuance = currency.total_issuance(ctx)
    currency.transfer(ctx, D, B, 2_000 * TAO - 100, keep_alive=False)
    assert not ctx.contains(system.storage.Account, D)
    assert currency.total_issuance(ctx) == issuance - 100
    assert names(ctx) == ["System.KilledAccount", "Balances.DustLost", "Balances.Transfer"]
