"""A senator's coldkey votes on a motion with its hotkey."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors as subtensor_errors
from chain_spec.pallets.subtensor import storage as subtensor_storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.subtensor.senate_vote import vote
from tests.unit.local_node.runtime.pallets.subtensor.chain import key, refused
from tests.unit.local_node.runtime.pallets.triumvirate.council import (
    SENATE,
    errors,
    genesis,
    propose,
    storage,
)
from tests.unit.local_node.runtime.support import fresh_context

COLDKEY, HOTKEY, STRANGER = key(50), SENATE[0], key(51)


@pytest.fixture
def ctx() -> Context:
    made = fresh_context("dev", genesis(senate=True), block=5)
    for hotkey in (HOTKEY, STRANGER):
        made.put(subtensor_storage.Owner, hotkey, COLDKEY)
    return made


def test_the_first_vote_on_a_motion_is_free(ctx: Context) -> None:
    digest = propose(ctx, 2)
    assert vote(ctx, signed(COLDKEY), HOTKEY, digest, 0, True).pays is False
    assert ctx.get(storage.Voting, digest)["ayes"] == [HOTKEY]
    assert vote(ctx, signed(COLDKEY), HOTKEY, digest, 0, False).pays is True
    assert ctx.get(storage.Voting, digest)["nays"] == [HOTKEY]


def test_who_may_not_vote(ctx: Context) -> None:
    digest = propose(ctx, 2)
    with refused(subtensor_errors.NonAssociatedColdKey):
        vote(ctx, signed(key(52)), HOTKEY, digest, 0, True)
    with refused(errors.NotMember):
        vote(ctx, signed(COLDKEY), STRANGER, digest, 0, True)
    with refused(errors.ProposalMissing):
        vote(ctx, signed(COLDKEY), HOTKEY, bytes(32), 0, True)
