"""Prices, and what a trade would give."""

from __future__ import annotations

from typing import Any

from btsdk.errors import RpcError
from btsdk.reads.prices import Quote, price, prices, quote_stake, quote_unstake, sale_values
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import POOL, Chain, swap
from tests.unit.btsdk.script import dev_at


def _quote(tao: int, alpha: int, price: int, *, staking: bool) -> Quote:
    none = Tao.from_rao(0), Alpha.from_rao(0, 1)
    return Quote(Tao.from_rao(tao), Alpha.from_rao(alpha, 1), *none, Tao.from_rao(price), staking)


def test_impact_is_what_is_missing_in_basis_points() -> None:
    half = 500_000_000  # TAO for one alpha
    assert _quote(1000, 2000, half, staking=True).impact == 0
    assert _quote(1000, 1800, half, staking=True).impact == 1000
    assert _quote(900, 2000, half, staking=False).impact == 1000
    assert _quote(0, 0, half, staking=True).impact == 0
    assert _quote(1000, 2200, half, staking=True).impact == 0


def test_a_stake_takes_its_fee_in_tao() -> None:
    found = swap(10**9, 2 * 10**9) | {"tao_fee": 7}
    chain = Chain(**{**POOL, "sim_swap_tao_for_alpha": found})
    quote = chain.script().play(quote_stake(dev_at(), 3, Tao.parse("1")))
    assert (quote.tao, quote.alpha) == (Tao.parse("1"), Alpha.parse("2", 3))
    assert (quote.tao_fee, quote.alpha_fee) == (Tao.from_rao(7), Alpha.from_rao(0, 3))
    assert quote.price == Tao.parse("0.5")
    assert quote.staking


def test_an_unstake_takes_its_fee_in_alpha() -> None:
    found = swap(5 * 10**8, 10**9) | {"alpha_fee": 7}
    chain = Chain(**{**POOL, "sim_swap_alpha_for_tao": found})
    quote = chain.script().play(quote_unstake(dev_at(), Alpha.parse("1", 3)))
    assert (quote.tao, quote.alpha) == (Tao.parse("0.5"), Alpha.parse("1", 3))
    assert (quote.tao_fee, quote.alpha_fee) == (Tao.from_rao(0), Alpha.from_rao(7, 3))
    assert not quote.staking


def test_prices_of_all_subnets_come_in_one_call() -> None:
    entries = [{"netuid": 0, "price": 10**9}, {"netuid": 4, "price": 25}]
    script = Chain(current_alpha_price_all=entries).script()
    known = script.play(prices(dev_at()))
    assert known == {0: Tao.parse("1"), 4: Tao.from_rao(25)}
    assert len(script.asked) == 1
    assert Chain(**POOL).script().play(price(dev_at(), 4)) == Tao.parse("0.5")


def test_a_sale_that_cannot_be_simulated_has_no_value() -> None:
    script = Chain(**POOL).script()
    answer = script.answers["state_call"]

    def one_fails(wire: str, data: str, block: str) -> Any:
        if data.startswith("0x0200"):
            raise RpcError("state_call", 4003, "trapped")
        return answer(wire, data, block)

    script.answers["state_call"] = one_fails
    amounts = [Alpha.parse("1", 1), Alpha.parse("1", 2)]
    assert script.play(sale_values(dev_at(), amounts)) == [Tao.parse("0.5"), None]
