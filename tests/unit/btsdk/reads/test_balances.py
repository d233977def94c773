"""What an account holds, and what of it may move."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.balances import (
    Balance,
    balance,
    balances,
    existential_deposit,
    next_nonce,
    nonce,
)
from btsdk.units import Tao
from tests.unit.btsdk.chain import ALICE, BOB, Chain, account
from tests.unit.btsdk.script import Script, dev_at

rao = st.integers(0, 2**64 - 1).map(Tao.from_rao)


@given(rao, rao, rao)
def test_transferable_is_part_of_free(free: Tao, reserved: Tao, frozen: Tao) -> None:
    balance = Balance(free, reserved, frozen)
    assert Tao.from_rao(0) <= balance.transferable <= free
    assert balance.total == free + reserved


def test_reserved_tao_counts_against_a_freeze() -> None:
    balance = Balance(Tao.from_rao(100), Tao.from_rao(30), Tao.from_rao(50))
    assert balance.transferable == Tao.from_rao(80)


def test_the_parts_are_those_of_the_account() -> None:
    info = account(100)
    info["data"] |= {"reserved": 7, "frozen": 9}
    held = Chain(Account=info).script().play(balance(dev_at(), ALICE))
    assert held == Balance(Tao.from_rao(100), Tao.from_rao(7), Tao.from_rao(9))


def test_an_account_that_does_not_exist_holds_nothing() -> None:
    held = Chain(Account=None).script().play(balance(dev_at(), ALICE))
    assert held.total == held.transferable == Tao.from_rao(0)


def test_several_are_read_in_one_call() -> None:
    script = Chain(free=5).script()
    held = script.play(balances(dev_at(), [ALICE, BOB]))
    assert {name: one.free.rao for name, one in held.items()} == {ALICE: 5, BOB: 5}
    assert len(script.asked) == 1


def test_nonces_with_and_without_the_pool() -> None:
    assert Chain(Account=account(1) | {"nonce": 4}).script().play(nonce(dev_at(), ALICE)) == 4
    script = Script({"system_accountNextIndex": lambda address: 6 if address == ALICE else 0})
    assert script.play(next_nonce(ALICE)) == 6


def test_the_existential_deposit_is_the_constant_of_the_chain() -> None:
    assert existential_deposit(dev_at()) == Tao.from_rao(500)
