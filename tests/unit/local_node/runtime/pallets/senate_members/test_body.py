"""The senate votes where there is one."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import senate_members
from chain_spec.pallets.subtensor import errors as subtensor_errors
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, key, refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import (
    COUNCIL,
    SENATE,
    A,
    D,
    close,
    errors,
    executed,
    genesis,
    propose,
    storage,
    vote,
)
from tests.unit.local_node.runtime.support import fresh_context


@pytest.fixture
def ctx() -> Context:
    """A council and no senate: Substrate's collective as it stands."""
    return fresh_context("dev", genesis(senate=False), block=5)


@pytest.fixture
def with_senate() -> Context:
    return fresh_context("dev", genesis(senate=True), block=5)


def senate_vote(ctx: Context, hotkey: bytes, digest: bytes, approve: bool, signer: Any) -> Any:
    args = {"hotkey": hotkey, "proposal": digest, "index": 0, "approve": approve}
    return dispatch(ctx, signer, "SubtensorModule", "vote", **args)


def test_the_senate_votes_where_there_is_one(with_senate: Context) -> None:
    ctx = with_senate
    digest = propose(ctx, threshold=2)
    with refused(ctx, errors.NotMember):
        vote(ctx, A, digest, True)
    assert senate_vote(ctx, D, digest, True, signer=D).pays is False
    with refused(ctx, subtensor_errors.NonAssociatedColdKey):
        senate_vote(ctx, key(1), digest, True, signer=D)
    dispatch(ctx, A, "SubtensorModule", "try_associate_hotkey", hotkey=key(9))
    with refused(ctx, errors.NotMember):
        senate_vote(ctx, key(9), digest, True, signer=A)
    with refused(ctx, errors.DuplicateVote):
        senate_vote(ctx, D, digest, True, signer=D)
    vote(ctx, key(1), digest, True)
    close(ctx, digest)
    assert executed(ctx) == ("Ok", ())


def test_who_leaves_the_senate_takes_the_votes_along(with_senate: Context) -> None:
    ctx = with_senate
    digest = propose(ctx, threshold=2)
    senate_vote(ctx, D, digest, True, signer=D)
    dispatch(ctx, root, "SenateMembers", "remove_member", who=("Id", D))
    motion = ctx.get(storage.Voting, digest)
    assert motion is not None
    assert motion["ayes"] == []
    assert ctx.get(senate_members.storage.Members) == sorted([key(1), key(2)])
    assert ctx.get(storage.Members) == COUNCIL


def test_a_senator_without_owner_owns_itself(with_senate: Context) -> None:
    from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of

    assert [owner_of(with_senate, who) for who in SENATE] == SENATE
