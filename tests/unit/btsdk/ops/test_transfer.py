"""Transfers: arguments, effects and warnings."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AddressError, AmountError, UsageError
from btsdk.keys import ss58
from btsdk.ops import Transfer, TransferAll
from btsdk.tx.operation import Operation, describe
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, METADATA, POOL, TAO, Chain, called, draft


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Transfer("nonsense", TAO), AddressError),
        (lambda: Transfer(BOB, Tao.from_rao(0)), AmountError),
        (lambda: Transfer(BOB, Tao.from_rao(-5)), AmountError),
        (lambda: Transfer(BOB, Alpha.parse("1", 1)), AmountError),  # type: ignore[arg-type]
        (lambda: Transfer(BOB, 5), AmountError),  # type: ignore[arg-type]
        (lambda: Transfer(b"x" * 32, TAO), UsageError),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (Transfer(BOB, TAO), "Balances.transfer_keep_alive"),
        (Transfer(BOB, TAO, allow_death=True), "Balances.transfer_allow_death"),
        (TransferAll(BOB), "Balances.transfer_all"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_transfer_arguments_and_effects() -> None:
    found = draft(Transfer(BOB, Tao.parse("1.5")))
    assert describe(found.call, METADATA) == (
        f"Balances.transfer_keep_alive(dest={BOB}, value=τ1.500000000)"
    )
    assert found.effects == (f"{ALICE} sends τ1.500000000 to {BOB}",)
    assert found.warnings == ()


def test_a_transfer_warns_of_what_may_surprise() -> None:
    (short,) = draft(Transfer(BOB, TAO), Chain(free=10**6)).warnings
    assert "can move τ0.001000000" in short
    (reaped,) = draft(Transfer(BOB, TAO, allow_death=True), Chain(free=10**9)).warnings
    assert "removed" in reaped
    (itself,) = draft(Transfer(ALICE, TAO)).warnings
    assert "itself" in itself
    dust = draft(Transfer(BOB, Tao.from_rao(5)), Chain(free=400)).warnings
    assert any("receiving account" in warning for warning in dust)
    (emptied,) = draft(TransferAll(BOB)).warnings
    assert "emptied" in emptied


@pytest.mark.parametrize(
    ("free", "operation", "code"),
    [
        (10**6, Transfer(BOB, TAO), "Token.FundsUnavailable"),
        (10**9, Transfer(BOB, TAO), "Token.NotExpendable"),
        (10**10, Transfer(ALICE, TAO), None),
        (10**9, Transfer(BOB, TAO, allow_death=True), None),
    ],
)
def test_a_refusal_has_the_code_of_the_chain(
    free: int, operation: Operation, code: str | None
) -> None:
    refusals = draft(operation, Chain(free=free)).refusals
    assert [refusal.code for refusal in refusals] == ([] if code is None else [code])


def test_all_may_leave_the_existential_deposit() -> None:
    found = draft(TransferAll(BOB, keep_alive=True))
    assert found.call.arguments()["keep_alive"] is True
    assert found.warnings == ()
    assert found.spends is None
