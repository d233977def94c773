"""Amounts: exact in and out, and no mixing."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import AmountError, UnitMismatch
from btsdk.units import RAO, Alpha, Tao

AMOUNTS = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize(
    ("text", "rao"),
    [
        ("1.5", 1_500_000_000),
        ("1_000", 1_000 * RAO),
        (".5", 500_000_000),
        ("5.", 5 * RAO),
        ("0", 0),
        ("0.000000001", 1),
        (" 2 ", 2 * RAO),
        ("τ3", 3 * RAO),
        ("21000000.000000000", 21_000_000 * RAO),
        ("0.1", 100_000_000),
    ],
)
def test_parsing(text: str, rao: int) -> None:
    assert Tao.parse(text).rao == rao


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", "τ", "-1", "+1", "1e9", "1E-9", "0x10", "1,000", "1.5.5", "nan", "inf"),
        *("1__0", "_1", "1_", "1 000", "١", "½", "1.0000000000", "0.0000000001", "1._5", "α1"),
    ],
)
def test_what_is_not_an_amount(text: str) -> None:
    with pytest.raises(AmountError):
        Tao.parse(text)


@pytest.mark.parametrize("value", [1.5, 1, Decimal("1.5"), None, b"1"])
def test_only_text_is_parsed(value: Any) -> None:
    with pytest.raises(AmountError) as caught:
        Tao.parse(value)
    assert caught.value.hint is not None


def test_floats_are_explained() -> None:
    value: Any = 0.1
    with pytest.raises(AmountError, match="float, which cannot hold TAO exactly"):
        Tao.parse(value)
    with pytest.raises(AmountError, match="rao are whole numbers, not float"):
        Tao.from_rao(value)


@given(rao=AMOUNTS)
def test_what_is_shown_can_be_parsed(rao: int) -> None:
    amount = Tao.from_rao(rao)
    assert Tao.parse(amount.decimal()) == amount
    assert Tao.parse(str(amount)) == amount
    assert Decimal(amount.decimal()) * RAO == rao
    assert eval(repr(amount), {"Tao": Tao}) == amount


@given(rao=AMOUNTS, places=st.integers(0, 9))
def test_fewer_places_never_show_more_than_there_is(rao: int, places: int) -> None:
    amount = Tao.from_rao(rao)
    assert 0 <= Decimal(amount.decimal()) - Decimal(amount.decimal(places)) < Decimal(10) ** -places


def test_formats() -> None:
    amount = Tao.parse("1234567.891234567")
    assert str(amount) == "τ1234567.891234567"
    assert f"{amount:,.4}" == "τ1,234,567.8912"
    assert f"{amount:.0}" == "τ1234567"
    assert str(Tao.from_rao(-1)) == "-τ0.000000001"
    assert str(Alpha.parse("2", 7)) == "α2.000000000"
    for spec in (".10", "f", "=20", "x>", "2.2.2", "-", ".2g", "010"):
        with pytest.raises(AmountError):
            format(amount, spec)


def test_amounts_align_in_columns() -> None:
    amount = Tao.parse("1234.5")
    assert f"{amount:>12,.2}" == "   τ1,234.50"
    assert f"{amount:<12.2f}|" == "τ1234.50    |"
    assert f"{amount:*^12.1}" == "**τ1234.5***"
    assert f"{amount:12.2}" == f"{amount:>12.2}"
    assert f"{-amount:>11.1}" == "   -τ1234.5"


@given(amounts=st.lists(AMOUNTS))
def test_sums_are_those_of_rao(amounts: list[int]) -> None:
    assert sum((Tao.from_rao(rao) for rao in amounts), Tao.zero()) == Tao.from_rao(sum(amounts))
    alphas = [Alpha.from_rao(rao, 3) for rao in amounts]
    assert sum(alphas, Alpha.zero(3)) == Alpha.from_rao(sum(amounts), 3)
    if alphas:
        assert sum(alphas) == Alpha.from_rao(sum(amounts), 3)


def test_a_sum_of_two_units_is_refused() -> None:
    with pytest.raises(UnitMismatch):
        sum([Alpha.from_rao(1, 1), Alpha.from_rao(1, 2)])
    mixed: Any = [Tao.from_rao(1), 1]
    with pytest.raises(UnitMismatch):
        sum(mixed)
    for other in (1, 0.0, False):
        start: Any = other
        with pytest.raises(UnitMismatch):
            start + Tao.from_rao(1)


@given(a=AMOUNTS, b=st.integers(1, 2**64 - 1))
def test_the_ratio_of_two_amounts_is_exact(a: int, b: int) -> None:
    assert Tao.from_rao(a) / Tao.from_rao(b) == Fraction(a, b)


def test_what_does_not_divide() -> None:
    one: Any = Tao.parse("1")
    for other in (Alpha.parse("1", 1), 1.5, True):
        with pytest.raises(UnitMismatch):
            one / other
    with pytest.raises(UnitMismatch, match="part of a rao") as caught:
        one / 3
    assert "//" in (caught.value.hint or "")
    with pytest.raises(AmountError, match="by zero"):
        one / Tao.zero()


@given(rao=AMOUNTS, price=AMOUNTS)
def test_a_value_is_cut_to_whole_rao(rao: int, price: int) -> None:
    at = Tao.from_rao(price)
    assert Alpha.from_rao(rao, 1).at(at).rao == rao * price // RAO
    assert Alpha.from_rao(-rao, 1).at(at) == -Alpha.from_rao(rao, 1).at(at)
    assert Alpha.from_rao(rao, 0).at(at) == Tao.from_rao(rao)


@pytest.mark.parametrize("price", [1, 0.5, Alpha.from_rao(1, 1), "1"], ids=repr)
def test_a_price_is_in_tao(price: Any) -> None:
    with pytest.raises(UnitMismatch, match="price in TAO"):
        Alpha.parse("1", 1).at(price)


@given(a=AMOUNTS, b=AMOUNTS, n=st.integers(1, 1000))
def test_arithmetic_is_that_of_integers(a: int, b: int, n: int) -> None:
    x, y = Tao.from_rao(a), Tao.from_rao(b)
    assert (x + y).rao == a + b
    assert (x - y).rao == a - b
    assert (x * n).rao == (n * x).rao == a * n
    assert (x // n).rao == a // n
    assert (x < y, x <= y, x > y, x >= y, x == y) == (a < b, a <= b, a > b, a >= b, a == b)
    assert bool(x) == bool(a)
    assert abs(-x) == x


OTHERS: list[Any] = [Alpha.from_rao(1, 1), Alpha.from_rao(1, 2), 1, 1.0, True]


@pytest.mark.parametrize("other", OTHERS, ids=repr)
@pytest.mark.parametrize(
    "operation", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__"]
)
def test_units_do_not_mix(operation: str, other: Any) -> None:
    with pytest.raises(UnitMismatch):
        getattr(Tao.from_rao(1), operation)(other)


def test_alpha_of_two_subnets_does_not_mix() -> None:
    with pytest.raises(UnitMismatch, match="add alpha of subnet 1 and alpha of subnet 2"):
        Alpha.from_rao(1, 1) + Alpha.from_rao(1, 2)
    assert Alpha.from_rao(1, 1) + Alpha.from_rao(2, 1) == Alpha.from_rao(3, 1)


@pytest.mark.parametrize("factor", [1.5, True, Tao.from_rao(2), "2"], ids=repr)
def test_only_whole_factors(factor: Any) -> None:
    with pytest.raises(UnitMismatch):
        Tao.from_rao(4) * factor
    with pytest.raises(UnitMismatch):
        Tao.from_rao(4) // factor


def test_different_units_are_not_equal_and_live_in_sets() -> None:
    amounts = {Tao.from_rao(1), Alpha.from_rao(1, 1), Alpha.from_rao(1, 2), Tao.from_rao(1)}
    assert len(amounts) == 3


@pytest.mark.parametrize("netuid", [-1, 65536, True, "1"])
def test_netuid_is_checked(netuid: Any) -> None:
    with pytest.raises(AmountError, match="netuid"):
        Alpha.from_rao(1, netuid)


def test_a_bare_number_is_neither_tao_nor_rao() -> None:
    makers: tuple[tuple[Any, str], ...] = ((Tao, "Tao.parse"), (Alpha, "with the netuid"))
    for make, hint in makers:
        for number in (1, 1.5, "1"):
            with pytest.raises(AmountError, match="does not say whether") as caught:
                make(number)
            assert hint in (caught.value.hint or "")
    assert copy.copy(Tao.from_rao(5)) == pickle.loads(pickle.dumps(Tao.from_rao(5)))
