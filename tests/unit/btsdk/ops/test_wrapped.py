"""Operations run by another origin, or with an alternative, on a chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Tao, Transfer
from btsdk.calls import balances, system
from btsdk.ops import (
    AddStake,
    AsDerivative,
    Batch,
    DispatchAs,
    IfElse,
    RawCall,
    Sudo,
    SudoAs,
    SudoUncheckedWeight,
    WithWeight,
    derivative_address,
)
from btsdk.tx.operation import Wanted
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, DAVE, SENT, TAO, done, refused

TOO_MUCH = Transfer(CHARLIE.ss58_address, Tao.parse("1100000"))
GIFT = balances.ForceSetBalance(who=DAVE, new_free=Tao.parse("7"))


@pytest.fixture
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def received(client: Client) -> Tao:
    return client.head().balance(CHARLIE.ss58_address).free


def test_a_derivative(client: Client) -> None:
    address = derivative_address(BOB, 3)
    assert "can move" in refused(client, AsDerivative(SENT, 3), BOB)
    done(client, Transfer(address, TAO * 2), ALICE)
    before = received(client)
    plan = client.prepare(AsDerivative(SENT, 3), BOB)
    assert plan.preview.effects[0] == f"{BOB.ss58_address} acts for its derivative {address}:"
    client.submit(plan)
    assert received(client) == before + TAO


def test_an_alternative(client: Client) -> None:
    before = received(client)
    assert "can move" in refused(client, IfElse(TOO_MUCH, TOO_MUCH), ALICE)
    done(client, IfElse(TOO_MUCH, SENT), ALICE)
    assert received(client) == before + TAO
    done(client, IfElse(SENT, TOO_MUCH), ALICE)
    assert received(client) == before + TAO * 2


@pytest.mark.parametrize(
    "wrapped",
    [
        SudoAs(SENT, BOB),
        Sudo(DispatchAs(SENT, BOB)),
        Sudo(DispatchAs(SENT, BOB, fallible=True)),
    ],
)
def test_for_another_account(client: Client, wrapped: Wanted) -> None:
    before, payer = received(client), client.head().balance(BOB.ss58_address).free
    done(client, wrapped, ALICE)
    assert received(client) == before + TAO
    assert client.head().balance(BOB.ss58_address).free == payer - TAO


def test_for_another_account_that_cannot(client: Client) -> None:
    assert "can move" in refused(client, SudoAs(TOO_MUCH, BOB), ALICE)


def test_root_alone(client: Client) -> None:
    for operation in (DispatchAs(SENT, BOB), WithWeight(SENT, 0)):
        assert "only root" in refused(client, operation, ALICE)
    for signed in (Sudo(GIFT), SudoAs(SENT, ALICE), SudoUncheckedWeight(GIFT)):
        assert ALICE.ss58_address in refused(client, signed, BOB)


def test_with_a_given_weight(client: Client) -> None:
    for operation in (SudoUncheckedWeight(GIFT, 1_000), Sudo(WithWeight(GIFT, 1_000))):
        done(client, Transfer(DAVE.ss58_address, TAO), ALICE)
        done(client, operation, ALICE)
        assert client.head().balance(DAVE.ss58_address).free == Tao.parse("7")


def test_the_root_calls_of_balances(client: Client) -> None:
    """Typed calls of the pallet that only root may make, each executed."""
    before = received(client)
    done(
        client,
        Sudo(balances.ForceTransfer(source=BOB, dest=CHARLIE, value=TAO)),
        ALICE,
    )
    assert received(client) == before + TAO
    done(client, Sudo(GIFT), ALICE)
    assert client.head().balance(DAVE.ss58_address).free == Tao.parse("7")
    done(client, Sudo(balances.ForceUnreserve(who=DAVE, amount=TAO)), ALICE)
    adjusted = balances.ForceAdjustTotalIssuance(direction="Increase", delta=TAO)
    done(client, Sudo(adjusted), ALICE)
    for call in (balances.ForceTransfer(source=BOB, dest=CHARLIE, value=TAO), GIFT):
        with pytest.raises(Exception, match="BadOrigin"):
            client.execute(call, BOB)


def test_inside_of_each_other(client: Client) -> None:
    done(client, Batch([AsDerivative(system.Remark(remark="a"), 1), SENT]), ALICE)
    nested = AsDerivative(AsDerivative(system.Remark(remark="a"), 1), 2)
    done(client, nested, ALICE)
    stake = AddStake(BOB.ss58_address, 0, TAO)
    assert client.prepare(IfElse(stake, RawCall("System", "remark", {"remark": "a"})), ALICE)
