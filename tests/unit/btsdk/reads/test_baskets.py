"""Baskets of validators, on a chain that has them and on one that has not."""

from __future__ import annotations

import pytest

from btsdk.errors import IncompatibleItem
from btsdk.keys import ss58
from btsdk.reads.baskets import (
    Basket,
    BasketAsset,
    BasketShare,
    BasketTrading,
    basket,
    basket_shares,
    basket_trading,
    baskets,
)
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, Chain, NewerChain
from tests.unit.btsdk.script import dev_at, later_at

AT = later_at()
SUMMARY = {
    "hotkey": ss58.decode(BOB),
    "nav_tao": 90,
    "spot_nav_tao": 100,
    "shares": 50,
    "deposited_tao": 80,
    "redeemed_tao": 10,
    "holdings": [{"netuid": 4, "alpha": 7, "spot_tao": 100, "realizable_tao": 90}],
}


def tao(rao: int) -> Tao:
    return Tao.from_rao(rao)


def test_a_basket() -> None:
    holding = BasketAsset(Alpha.from_rao(7, 4), tao(100), tao(90))
    wanted = Basket(BOB, tao(90), tao(100), 50, tao(80), tao(10), (holding,))
    chain = NewerChain(get_validator_basket_summary=SUMMARY, get_all_validator_baskets=[SUMMARY])
    assert chain.play(basket(AT, BOB)) == wanted
    assert chain.play(baskets(AT)) == [wanted]


def test_shares_and_trading() -> None:
    status = {"enabled": True, "frozen": False, "refill_blocks": 7200}
    chain = NewerChain(
        get_root_basket_positions=[(ss58.decode(BOB), 5, 9)],
        get_basket_trading_status={**status, "tao_available": 3, "budget_tao": 4},
    )
    assert chain.play(basket_shares(AT, ALICE)) == [BasketShare(BOB, 5, tao(9))]
    assert chain.play(basket_trading(AT, BOB)) == BasketTrading(True, False, tao(3), tao(4), 7200)


def test_a_chain_without_them_refuses_by_name() -> None:
    with pytest.raises(IncompatibleItem, match="does not exist on this chain") as caught:
        Chain().script().play(basket(dev_at(), BOB))
    assert "after spec version 425" in str(caught.value.hint)
