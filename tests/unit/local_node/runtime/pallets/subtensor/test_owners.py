"""What owners may do, and when."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import none, root, signed
from local_node.runtime.pallets.subtensor.owners import (
    blocks_until_next_auto_epoch,
    ensure_owner,
    ensure_owner_or_root,
    ensure_owner_or_root_within,
    ensure_window_open,
    record_owner_update,
)
from local_node.runtime.pallets.subtensor.rate_limits import hyperparameter_update
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, key, refused

OWNER = key(1)
LIMIT = hyperparameter_update("Rho")


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    ctx.put(storage.SubnetOwner, 1, OWNER)
    ctx.put(storage.Tempo, 1, 100)
    ctx.put(storage.LastEpochBlock, 1, 5)
    go_to(ctx, 6)
    return ctx


def test_who_may(ctx: Context) -> None:
    assert ensure_owner(ctx, signed(OWNER), 1) == OWNER
    assert ensure_owner_or_root(ctx, signed(OWNER), 1) == OWNER
    assert ensure_owner_or_root(ctx, root, 1) is None
    for origin in (root, none, signed(key(2))):
        with refused("BadOrigin"):
            ensure_owner(ctx, origin, 1)
    for origin in (none, signed(key(2))):
        with refused("BadOrigin"):
            ensure_owner_or_root(ctx, origin, 1)


def test_limits_bind_the_owner_and_not_root(ctx: Context) -> None:
    who = ensure_owner_or_root_within(ctx, signed(OWNER), 1, [LIMIT])
    record_owner_update(ctx, who, 1, [LIMIT])
    with refused(errors.TxRateLimitExceeded):
        ensure_owner_or_root_within(ctx, signed(OWNER), 1, [LIMIT])
    assert ensure_owner_or_root_within(ctx, root, 1, [LIMIT]) is None
    record_owner_update(ctx, None, 1, [LIMIT])
    ensure_owner_or_root_within(ctx, signed(OWNER), 1, [hyperparameter_update("Kappa")])


def test_the_window_before_an_epoch_is_closed(ctx: Context) -> None:
    window = ctx.get(storage.AdminFreezeWindow)
    assert blocks_until_next_auto_epoch(ctx, 1) == 99
    go_to(ctx, 105 - window)
    ensure_window_open(ctx, 1)
    for block in (105 - window + 1, 105, 900):
        go_to(ctx, block)
        with refused(errors.AdminActionProhibitedDuringWeightsWindow):
            ensure_window_open(ctx, 1)
    ctx.put(storage.Tempo, 1, 0)
    assert blocks_until_next_auto_epoch(ctx, 1) is None
    ensure_window_open(ctx, 1)


def test_a_pending_epoch_closes_it_too(ctx: Context) -> None:
    ctx.put(storage.PendingEpochAt, 1, 7)
    with refused(errors.AdminActionProhibitedDuringWeightsWindow):
        ensure_window_open(ctx, 1)
    go_to(ctx, 7)
    ensure_window_open(ctx, 1)
