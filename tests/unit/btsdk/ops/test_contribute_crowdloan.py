"""Contributions to a crowdloan on a chain, and each refusal that is foreseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Tao
from btsdk.ops import (
    ContributeCrowdloan,
    FinalizeCrowdloan,
    SetCrowdloanMaxContribution,
    UpdateCrowdloanCap,
    WithdrawCrowdloan,
)
from local_node import LocalChain
from tests.unit.btsdk.ops.crowdloans import CAP, ONE, TEN, opened
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, done, poor, refused


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        opened(chain.client)
        yield chain


def test_given_and_withdrawn(chain: LocalChain) -> None:
    client = chain.client
    assert "has not contributed" in refused(client, WithdrawCrowdloan(0), BOB)
    assert "deposit stays" in refused(client, WithdrawCrowdloan(0), ALICE)
    plan = client.prepare(ContributeCrowdloan(0, ONE * 3), BOB)
    assert "τ7.000000000 is missing then" in plan.preview.effects[1]
    client.submit(plan)
    assert client.head().crowdloan_contribution(0, BOB) == ONE * 3
    done(client, ContributeCrowdloan(0, ONE), ALICE)
    done(client, WithdrawCrowdloan(0), ALICE)
    assert client.head().crowdloan_contribution(0, ALICE) == TEN
    done(client, WithdrawCrowdloan(0), BOB)
    assert client.head().crowdloan_contribution(0, BOB) == Tao.from_rao(0)


def test_no_more_than_there_is_room_for(chain: LocalChain) -> None:
    client = chain.client
    done(client, SetCrowdloanMaxContribution(0, TEN), ALICE)
    assert "the most of one contributor" in refused(client, ContributeCrowdloan(0, ONE), ALICE)
    done(client, ContributeCrowdloan(0, ONE * 4), BOB)
    plan = client.prepare(ContributeCrowdloan(0, TEN), CHARLIE)
    assert "τ6.000000000 is contributed" in plan.preview.effects[0]
    assert "τ4.000000000 stays" in plan.preview.effects[1]
    client.submit(plan)
    assert "is raised" in refused(client, ContributeCrowdloan(0, ONE), BOB)
    done(client, FinalizeCrowdloan(0), ALICE)
    assert "is finalized" in refused(client, WithdrawCrowdloan(0), BOB)


def test_what_the_chain_refuses_is_foreseen(chain: LocalChain) -> None:
    client = chain.client
    assert "no crowdloan 7" in refused(client, ContributeCrowdloan(7, ONE), BOB)
    assert "no crowdloan 7" in refused(client, WithdrawCrowdloan(7), BOB)
    assert "at least" in refused(client, ContributeCrowdloan(0, Tao.parse("0.5")), BOB)
    assert "can move" in refused(client, ContributeCrowdloan(0, ONE), poor(client))
    done(client, UpdateCrowdloanCap(0, CAP * 2), ALICE)
    loan = client.head().crowdloan(0)
    assert loan is not None
    chain.advance(loan.end - client.head().number - 1)
    assert f"ended at block {loan.end}" in refused(client, ContributeCrowdloan(0, ONE), BOB)
