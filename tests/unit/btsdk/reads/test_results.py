"""Small rules of the results: what may move, what a trade costs, how the chain's numbers look."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.balances import Balance
from btsdk.reads.prices import Quote
from btsdk.reads.subnets import Fixed, text
from btsdk.units import Alpha, Tao

rao = st.integers(0, 2**64 - 1).map(Tao.from_rao)


@given(rao, rao, rao)
def test_transferable_is_part_of_free(free: Tao, reserved: Tao, frozen: Tao) -> None:
    balance = Balance(free, reserved, frozen)
    assert Tao.from_rao(0) <= balance.transferable <= free
    assert balance.total == free + reserved


def test_reserved_tao_counts_against_a_freeze() -> None:
    balance = Balance(Tao.from_rao(100), Tao.from_rao(30), Tao.from_rao(50))
    assert balance.transferable == Tao.from_rao(80)


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


def test_fixed_point_numbers_are_shown_exactly_enough() -> None:
    assert str(Fixed(3 << 31, 32)) == "1.500000000"
    assert str(Fixed(-(1 << 32), 32)) == "-1.000000000"
    assert str(Fixed(1, 64)) == "0.000000000"


def test_chain_text_may_be_anything() -> None:
    assert text([206, 177]) == "α"
    assert text(b"\xff") == "\ufffd"
