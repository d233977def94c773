"""What a crowdloan's creator does with it on a chain, and each refusal that is foreseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Tao, Transfer
from btsdk.ops import (
    Batch,
    ContributeCrowdloan,
    DissolveCrowdloan,
    FinalizeCrowdloan,
    RefundCrowdloan,
    SetCrowdloanMaxContribution,
    UpdateCrowdloanCap,
    UpdateCrowdloanEnd,
    UpdateCrowdloanMinContribution,
)
from btsdk.tx.operation import Wanted
from local_node import LocalChain
from tests.unit.btsdk.ops.crowdloans import CAP, ONE, TEN, opened
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, DAVE, done, refused


@pytest.fixture
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def free(client: Client, address: str) -> Tao:
    return client.head().balance(address).free


def test_it_is_finalized(client: Client) -> None:
    number, before = opened(client), free(client, DAVE.ss58_address)
    assert "τ10.000000000 of τ20" in refused(client, FinalizeCrowdloan(number), ALICE)
    assert "its creator is" in refused(client, FinalizeCrowdloan(number), BOB)
    done(client, ContributeCrowdloan(number, TEN), BOB)
    plan = client.prepare(FinalizeCrowdloan(number), ALICE)
    assert plan.preview.effects[1] == f"{CAP} goes to {DAVE.ss58_address}"
    client.submit(plan)
    assert free(client, DAVE.ss58_address) == before + CAP
    loan = client.head().crowdloan(number)
    assert loan is not None
    assert loan.finalized
    assert "finalized already" in refused(client, FinalizeCrowdloan(number), ALICE)
    for operation in (RefundCrowdloan(number), DissolveCrowdloan(number)):
        assert "is finalized" in refused(client, operation, ALICE)


@pytest.mark.parametrize("count", [1, 5])
def test_its_call_is_made(client: Client, count: int) -> None:
    """A short call is kept in the crowdloan, a long one in Preimage."""
    transfer = Transfer(CHARLIE.ss58_address, ONE)
    number = opened(client, operation=Batch([transfer] * count))
    loan = client.head().crowdloan(number)
    assert loan is not None
    assert (loan.call_hash is None) == (count == 1)
    before = free(client, CHARLIE.ss58_address)
    done(client, ContributeCrowdloan(number, TEN), BOB)
    plan = client.prepare(FinalizeCrowdloan(number), ALICE)
    assert f"dest={CHARLIE.ss58_address}" in plan.preview.effects[1]
    client.submit(plan)
    assert free(client, CHARLIE.ss58_address) == before + ONE * count


def test_it_is_refunded_and_dissolved(client: Client) -> None:
    number = opened(client)
    done(client, ContributeCrowdloan(number, ONE), BOB)
    assert "must be refunded first" in refused(client, DissolveCrowdloan(number), ALICE)
    plan = client.prepare(RefundCrowdloan(number), ALICE)
    assert plan.preview.effects == ("1 of 1 contributors get their contributions back",)
    client.submit(plan)
    assert client.head().crowdloan_contributions(number) == {ALICE.ss58_address: TEN}
    done(client, RefundCrowdloan(number), ALICE)
    done(client, DissolveCrowdloan(number), ALICE)
    assert client.head().crowdloan(number) is None
    assert "there is no crowdloan" in refused(client, DissolveCrowdloan(number), ALICE)


def test_its_terms_are_changed(client: Client) -> None:
    number = opened(client)
    end = client.head().number + 200
    done(client, UpdateCrowdloanCap(number, CAP * 3), ALICE)
    done(client, UpdateCrowdloanEnd(number, end), ALICE)
    done(client, UpdateCrowdloanMinContribution(number, ONE * 2), ALICE)
    done(client, SetCrowdloanMaxContribution(number, TEN * 2), ALICE)
    loan = client.head().crowdloan(number)
    assert loan is not None
    assert (loan.cap, loan.end) == (CAP * 3, end)
    assert (loan.min_contribution, loan.max_contribution) == (ONE * 2, TEN * 2)
    high = UpdateCrowdloanMinContribution(number, TEN * 3)
    assert "the maximum contribution is" in refused(client, high, ALICE)
    done(client, SetCrowdloanMaxContribution(number, None), ALICE)


def test_terms_that_the_chain_refuses(client: Client) -> None:
    number = opened(client)
    little = UpdateCrowdloanMinContribution(number, Tao.parse("0.01"))
    wanted: list[tuple[Wanted, str]] = [
        (UpdateCrowdloanCap(number, ONE), "is raised already"),
        (UpdateCrowdloanEnd(number, 1), "is past"),
        (UpdateCrowdloanEnd(number, client.head().number + 10), "must last"),
        (little, "at least"),
        (SetCrowdloanMaxContribution(number, ONE), "what the creator gave"),
        (RefundCrowdloan(9), "there is no crowdloan 9"),
        (FinalizeCrowdloan(9), "there is no crowdloan 9"),
    ]
    for operation, reason in wanted:
        assert reason in refused(client, operation, ALICE)
    for operation in (UpdateCrowdloanCap(number, CAP), RefundCrowdloan(number)):
        assert "its creator is" in refused(client, operation, BOB)
