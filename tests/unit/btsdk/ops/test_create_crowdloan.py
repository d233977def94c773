"""Crowdloans opened on a chain, and each refusal that is foreseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk import Client, Keypair, Tao
from btsdk.errors import UsageError
from btsdk.ops import CreateCrowdloan
from local_node import LocalChain
from tests.unit.btsdk.ops.crowdloans import CAP, ONE, TEN, opened
from tests.unit.btsdk.ops.local import ALICE, DAVE, SENT, poor, refused


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def test_it_is_opened_and_read(client: Client) -> None:
    number = opened(client)
    loan = client.head().crowdloan(number)
    assert loan is not None
    assert (loan.creator, loan.target, loan.call) == (ALICE.ss58_address, DAVE.ss58_address, None)
    assert (loan.deposit, loan.raised, loan.cap, loan.missing) == (TEN, TEN, CAP, TEN)
    assert (loan.contributors, loan.finalized, loan.max_contribution) == (1, False, None)
    assert loan in client.head().crowdloans()
    assert client.head().crowdloan_contributions(number) == {ALICE.ss58_address: TEN}
    assert client.head().balance(loan.funds_account).free == TEN
    assert client.head().next_crowdloan_id() == number + 1
    assert client.head().crowdloan(999) is None


def test_its_call_is_read(client: Client) -> None:
    number = opened(client, operation=SENT)
    loan = client.head().crowdloan(number)
    assert loan is not None
    assert loan.call is not None
    assert client.head().metadata.decode_call(loan.call).name == "transfer_keep_alive"


LIMITS = {"min_deposit": TEN, "min_contribution": Tao.parse("0.1")}


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"deposit": Tao.parse("9.9")}, "at least τ10"),
        ({"cap": TEN}, "exceed the deposit"),
        ({"min_contribution": Tao.parse("0.01")}, "at least τ0.1"),
        ({"end": 1}, "is past"),
        ({"after": 10}, "must last 50 blocks"),
        ({"after": 50}, "must last 50 blocks"),
        ({"after": 30_000}, "may last 20,000 blocks"),
    ],
)
def test_what_the_chain_refuses_is_foreseen(
    client: Client, terms: dict[str, Any], reason: str
) -> None:
    end = client.head().number + terms.pop("after", 100)
    base = {"deposit": TEN, "min_contribution": ONE, "cap": CAP, "end": end, "target": DAVE}
    assert reason in refused(client, CreateCrowdloan(**{**base, **terms}), ALICE)


def test_the_deposit_and_the_limits(client: Client) -> None:
    limits = client.head().crowdloan_constants()
    assert {name: getattr(limits, name) for name in LIMITS} == LIMITS
    key, rich = poor(client), Keypair.from_uri("//Bob")
    create = CreateCrowdloan(TEN, ONE, CAP, client.head().number + 1 + limits.min_duration, DAVE)
    assert client.prepare(create, rich).preview.refusals == ()
    assert "can move" in refused(client, create, key)


def test_a_target_or_an_operation() -> None:
    for both in ({}, {"target": DAVE, "operation": SENT}):
        with pytest.raises(UsageError, match="either"):
            CreateCrowdloan(TEN, ONE, CAP, 100, **both)  # type: ignore[arg-type]
