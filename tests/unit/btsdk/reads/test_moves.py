"""Quotes for moves, and what a limit lets through."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads.moves import UNLIMITED, MoveQuote, alpha_within
from btsdk.units import RAO, Alpha, Tao
from tests.unit.btsdk.staked import FIRST, SECOND, Staked, alpha


def within(real: Staked, netuid: int, limit: Alpha) -> Alpha:
    return real.client.run(alpha_within(real.view.at, netuid, limit))


def test_within_a_subnet_nothing_is_traded(real: Staked) -> None:
    quote = real.view.quote_move(alpha("5"), FIRST)
    assert quote.received == quote.amount == alpha("5")
    assert quote.impact == 0
    assert not quote.alpha_fee
    assert not quote.tao_fee
    assert quote.tao == alpha("5").at(real.view.price(FIRST))


def test_one_fee_for_both_trades(real: Staked) -> None:
    view = real.view
    out = view.quote_move(alpha("5"), 0)
    sale = view.quote_unstake(alpha("5"))
    assert (out.received.rao, out.tao, out.alpha_fee) == (
        sale.tao.rao,
        sale.tao,
        sale.alpha_fee,
    )
    into = view.quote_move(Alpha.parse("5", 0), SECOND)
    bought = view.quote_stake(SECOND, Tao.parse("5"))
    assert (into.received, into.tao_fee) == (bought.alpha, bought.tao_fee)
    across = view.quote_move(alpha("5"), SECOND)
    with_fee = view.quote_stake(SECOND, across.tao)
    assert across.received > with_fee.alpha
    assert not across.tao_fee
    assert across.alpha_fee
    assert across.price.rao == view.price(FIRST).rao * RAO // view.price(SECOND).rao
    assert 0 < across.impact < 1_000


def test_what_a_limit_lets_through(real: Staked) -> None:
    price = real.view.quote_move(alpha("1"), SECOND).price
    assert within(real, FIRST, price * 2) == alpha("0")
    assert within(real, FIRST, price // 2) > within(real, FIRST, price * 9 // 10) > alpha("0")
    one = Alpha.from_rao(RAO, 0)
    assert within(real, 0, one).rao == UNLIMITED
    assert within(real, 0, one * 2) == Alpha.zero(0)
    assert within(real, FIRST, Alpha.from_rao(real.view.price(FIRST).rao * 2, 0)) == alpha("0")
    assert within(real, 0, Alpha.from_rao(RAO * RAO, SECOND)) == Alpha.zero(0)


def test_no_subnet() -> None:
    quote = MoveQuote(alpha("1"), alpha("0", 3), Tao.zero(), alpha("0"), Tao.zero(), Alpha.zero(3))
    assert quote.impact == 0


def test_a_netuid_is_checked(real: Staked) -> None:
    with pytest.raises(UsageError):
        real.view.quote_move(alpha("1"), -1)
