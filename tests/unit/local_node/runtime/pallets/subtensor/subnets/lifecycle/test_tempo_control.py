"""What an owner may do to the tempo, and the freeze before an epoch."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.owners import is_frozen
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)

OWNER = key(1)


@pytest.fixture
def ctx() -> Context:
    """The owner's subnet 2, whose next epoch is in block 1,000."""
    ctx = dev_context()
    rich(ctx, OWNER)
    call(ctx, OWNER, "register_network", hotkey=key(2))
    ctx.put(storage.Tempo, 2, 990)
    ctx.put(storage.LastEpochBlock, 2, 10)
    go_to(ctx, 20)
    return ctx


@pytest.mark.parametrize(
    ("block", "frozen"), [(20, False), (990, False), (991, True), (1_005, True)]
)
def test_the_last_blocks_before_an_epoch_are_frozen(ctx: Context, block: int, frozen: bool) -> None:
    go_to(ctx, block)
    assert is_frozen(ctx, 2) is frozen


def test_a_tempo_of_zero_is_never_frozen(ctx: Context) -> None:
    ctx.put(storage.Tempo, 2, 0)
    ctx.put(storage.PendingEpochAt, 2, 30)
    assert not is_frozen(ctx, 2)


def test_the_owner_sets_the_tempo_and_starts_a_cycle(ctx: Context) -> None:
    for tempo in (359, 50_401):
        with refused(errors.TempoOutOfBounds):
            call(ctx, OWNER, "set_tempo", netuid=2, tempo=tempo)
    with refused("BadOrigin"):
        call(ctx, root, "set_tempo", netuid=2, tempo=360)
    call(ctx, OWNER, "set_tempo", netuid=2, tempo=360)
    assert (ctx.get(storage.Tempo, 2), ctx.get(storage.LastEpochBlock, 2)) == (360, 20)
    go_to(ctx, 360)
    with refused(errors.TxRateLimitExceeded):
        call(ctx, OWNER, "set_tempo", netuid=2, tempo=400)


def test_a_trigger_freezes_until_it_fires(ctx: Context) -> None:
    with refused(errors.DynamicTempoBlockedByCommitReveal):
        call(ctx, OWNER, "trigger_epoch", netuid=2)
    ctx.put(storage.CommitRevealWeightsEnabled, 2, False)
    call(ctx, OWNER, "trigger_epoch", netuid=2)
    assert ctx.get(storage.PendingEpochAt, 2) == 30
    assert is_frozen(ctx, 2)
    with refused(errors.EpochTriggerAlreadyPending):
        call(ctx, OWNER, "trigger_epoch", netuid=2)


def test_no_trigger_where_the_epoch_is_near(ctx: Context) -> None:
    ctx.put(storage.CommitRevealWeightsEnabled, 2, False)
    go_to(ctx, 995)
    with refused(errors.AutoEpochAlreadyImminent):
        call(ctx, OWNER, "trigger_epoch", netuid=2)


def test_the_cutoff_factor_has_bounds_for_all_and_limits_for_the_owner(ctx: Context) -> None:
    with refused(errors.ActivityCutoffFactorMilliOutOfBounds):
        call(ctx, root, "set_activity_cutoff_factor", netuid=2, factor_milli=999)
    call(ctx, OWNER, "set_activity_cutoff_factor", netuid=2, factor_milli=1_000)
    with refused(errors.TxRateLimitExceeded):
        call(ctx, OWNER, "set_activity_cutoff_factor", netuid=2, factor_milli=2_000)
    call(ctx, root, "set_activity_cutoff_factor", netuid=2, factor_milli=2_000)
    assert ctx.get(storage.ActivityCutoffFactorMilli, 2) == 2_000
