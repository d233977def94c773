"""When a commitment may be revealed, and when it is over."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.weights import commits
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused

A, B, C = (bytes([n]) * 32 for n in (1, 2, 3))


@pytest.fixture
def ctx() -> Context:
    """No epoch is due, and the period is two epochs."""
    ctx = dev_context()
    ctx.put(storage.Tempo, 1, 50_000)
    ctx.put(storage.RevealPeriodEpochs, 1, 2)
    return ctx


@pytest.mark.parametrize(
    ("epoch", "may", "over"), [(6, False, False), (7, True, False), (8, False, True)]
)
def test_there_is_one_epoch_for_it(ctx: Context, epoch: int, may: bool, over: bool) -> None:
    ctx.put(storage.SubnetEpochIndex, 1, epoch)
    assert commits.may_reveal(ctx, 1, 5) is may
    assert commits.is_expired(ctx, 1, 5) is over


def test_expired_ones_go_from_the_front(ctx: Context) -> None:
    ctx.put(storage.SubnetEpochIndex, 1, 8)
    queue = [commits.Commit(A, 4, 1), commits.Commit(B, 5, 2), commits.Commit(C, 6, 3)]
    assert commits.drop_expired(ctx, 1, queue) == {A, B}
    assert commits.position_of(queue, {A, B}, C) == 0
    with refused(errors.ExpiredWeightCommit):
        commits.position_of(queue, {A, B}, A)
    with refused(errors.InvalidRevealCommitHashNotMatch):
        commits.position_of(queue, {A, B}, b"\x09" * 32)


def test_an_empty_queue_is_no_queue(ctx: Context) -> None:
    commits.store_commits(ctx, 1, key(1), [commits.Commit(A, 4, 1)])
    assert commits.commits_of(ctx, 1, key(1)) == [commits.Commit(A, 4, 1)]
    commits.store_commits(ctx, 1, key(1), [])
    assert commits.commits_of(ctx, 1, key(1)) is None


def test_periods_have_bounds() -> None:
    for period in (1, 100):
        commits.ensure_reveal_period(period)
    with refused(errors.RevealPeriodTooSmall):
        commits.ensure_reveal_period(0)
    with refused(errors.RevealPeriodTooLarge):
        commits.ensure_reveal_period(101)
