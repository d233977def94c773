"""Portfolios of many coldkeys, against the chain's single answers."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.ops import AddStake
from btsdk.units import Tao
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB, FIRST, NOBODY, SECOND, Staked, tao


def test_a_portfolio_is_what_the_single_reads_say(real: Staked) -> None:
    real.do(AddStake(ALICE_2, 0, tao("7")))
    view = real.view
    found = view.portfolio([ALICE, BOB.ss58_address, NOBODY])
    assert list(found) == [ALICE.ss58_address, BOB.ss58_address, NOBODY]
    mine = found[ALICE.ss58_address]
    assert [holding.stake for holding in mine.holdings] == view.stakes(ALICE)
    assert mine.balance == view.balance(ALICE.ss58_address)
    prices = view.prices()
    values = {
        stake.netuid: stake.amount.rao * prices[stake.netuid].rao // 10**9
        for stake in view.stakes(BOB)
    }
    assert {n: value.rao for n, value in found[BOB.ss58_address].by_subnet().items()} == values
    assert mine.by_subnet()[0] == tao("7")
    assert set(mine.by_subnet()) >= {0, FIRST, SECOND}
    assert mine.total == mine.balance.total + mine.staked
    assert mine.staked == sum(mine.by_subnet().values(), Tao.zero())
    assert found[NOBODY].total == Tao.zero()
    assert view.stake_value(ALICE) == mine.staked
    assert view.stake_values([ALICE, NOBODY]) == {ALICE.ss58_address: mine.staked, NOBODY: tao("0")}


def test_no_coldkeys_and_one_that_is_no_list(real: Staked) -> None:
    assert real.view.portfolio([]) == {}
    with pytest.raises(UsageError):
        real.view.portfolio(ALICE.ss58_address)
