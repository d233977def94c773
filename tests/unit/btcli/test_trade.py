"""Tolerances, price limits and amounts of trades."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btcli.trade import (
    ROOT,
    Limit,
    amount_or_all,
    limits,
    percent,
    refuse_unexpected_amount,
    tao_or_all,
    tolerance,
    within,
)
from btsdk.errors import AmountError, UsageError
from btsdk.units import RAO, Tao
from tests.unit.btcli.samples import context

parts = st.integers(0, RAO - 1).map(Tao.from_rao)
prices = st.integers(0, 2**50).map(Tao.from_rao)


@given(parts)
def test_a_tolerance_is_read_exactly(part: Tao) -> None:
    assert tolerance(part.decimal()) == part


@pytest.mark.parametrize("text", ["1", "1.5", "-0.1", "5%", "", "nan", "0.0000000001"])
def test_what_is_no_part_of_one(text: str) -> None:
    with pytest.raises(UsageError, match="at least 0 and below 1"):
        tolerance(text)


@pytest.mark.parametrize(
    ("text", "said"), [("0.05", "5 %"), ("0", "0 %"), ("0.005", "0.5 %"), ("0.5", "50 %")]
)
def test_percent(text: str, said: str) -> None:
    assert percent(Tao.parse(text)) == said


@given(prices, parts)
def test_a_limit_is_never_looser_than_the_tolerance(price: Tao, part: Tao) -> None:
    up, down = within(price, part, rising=True), within(price, part, rising=False)
    assert price.rao * (RAO + part.rao) - RAO < up.rao * RAO <= price.rao * (RAO + part.rao)
    assert price.rao * (RAO - part.rao) <= down.rao * RAO < price.rao * (RAO - part.rao) + RAO
    assert down <= price <= up


class Chain:
    """Prices of two subnets, as a view of a chain tells them."""

    def __init__(self) -> None:
        self.known = {1: Tao.parse("2"), 2: Tao.parse("4")}

    def prices(self) -> dict[int, Tao]:
        return self.known

    def price(self, netuid: int) -> Tao:
        return self.known[netuid]

    def subnet_exists(self, netuid: int) -> bool:
        return netuid in self.known


def found(wallets: Path, netuids: list[int], *, buying: bool = True, **choices: Any) -> Any:
    view: Any = Chain()
    return limits(context(wallets, **choices), view, netuids, buying=buying)


def test_each_price_may_move_by_the_tolerance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(tmp_path, [1]) == {1: Limit(Tao.parse("2.1"), False)}
    said = capsys.readouterr().err
    assert said == (
        "Price limit: the price is τ2.000000000 per alpha and may rise by 5 % to τ2.100000000, "
        "else nothing is traded.\n"
    )
    both = found(tmp_path, [1, 2], buying=False, tolerance="0.5", allow_partial_stake=True)
    assert both == {1: Limit(Tao.parse("1"), True), 2: Limit(Tao.parse("2"), True)}
    assert capsys.readouterr().err == (
        "Price limit: each price may fall by 50 %, else only part is traded.\n"
    )


def test_the_root_network_and_a_missing_subnet_have_no_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(tmp_path, [ROOT]) == {ROOT: Limit(None, False)}
    assert found(tmp_path, [9]) == {9: Limit(None, False)}
    assert capsys.readouterr().err == ""


def test_without_safety_there_is_no_limit_and_nothing_partial(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(tmp_path, [1, 2], safe_staking=False) == dict.fromkeys((1, 2), Limit(None, False))
    assert capsys.readouterr().err == "No price limit (--unsafe).\n"
    with pytest.raises(UsageError, match="--partial"):
        found(tmp_path, [1], safe_staking=False, allow_partial_stake=True)


def test_an_amount_or_all_has_to_be_said() -> None:
    assert amount_or_all("1.5", False) == "1.5"
    assert amount_or_all(None, True) == "all"
    assert tao_or_all("1.5", False) == Tao.parse("1.5")
    assert tao_or_all(None, True) == tao_or_all("all", False) == "all"
    for amount, everything in ((None, False), ("1", True)):
        with pytest.raises(UsageError):
            amount_or_all(amount, everything)
    with pytest.raises(AmountError):
        tao_or_all("much", False)


def test_an_unexpected_amount_is_never_guessed() -> None:
    refuse_unexpected_amount(None, True)
    refuse_unexpected_amount([], False)
    with pytest.raises(UsageError, match="looks like an amount"):
        refuse_unexpected_amount(["5"], True)
    with pytest.raises(UsageError, match="unexpected argument '5'"):
        refuse_unexpected_amount(["5"], False)
