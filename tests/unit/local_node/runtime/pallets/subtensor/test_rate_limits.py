"""Blocks between two transactions of one kind."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor import rate_limits as limits
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, key


@pytest.fixture
def ctx() -> Context:
    return dev_context()


def test_who_did_nothing_yet_may_and_then_waits(ctx: Context) -> None:
    one = limits.SET_CHILDREN
    blocks = one.limit(ctx, 1)
    assert one.passes(ctx, key(1), 1)
    go_to(ctx, 100)
    one.record(ctx, key(1), 1)
    go_to(ctx, 99 + blocks)
    assert not one.passes(ctx, key(1), 1)
    assert one.passes(ctx, key(2), 1)
    assert one.passes(ctx, key(1), 2)
    go_to(ctx, 100 + blocks)
    assert one.passes(ctx, key(1), 1)


def test_a_limit_by_name_is_one_for_all_accounts(ctx: Context) -> None:
    go_to(ctx, 50)
    limits.REGISTER_NETWORK.record(ctx, key(1))
    assert limits.network_last_lock_block(ctx) == 50
    assert limits.REGISTER_NETWORK.last_block(ctx, key(2)) == 50
    rho, kappa = map(limits.hyperparameter_update, ("Rho", "Kappa"))
    rho.record(ctx, key(1), 1)
    assert rho.last_block(ctx, key(2), 1) == 50
    assert kappa.last_block(ctx, key(1), 1) == rho.last_block(ctx, key(1), 2) == 0


def test_some_limits_are_tempos_of_the_subnet(ctx: Context) -> None:
    ctx.set(storage.OwnerHyperparamRateLimit, 2)
    for tempo in (10, 360):
        ctx.put(storage.Tempo, 1, tempo)
        assert limits.hyperparameter_update("Kappa").limit(ctx, 1) == 2 * tempo
        assert limits.ADD_STAKE_BURN.limit(ctx, 1) == tempo


@pytest.mark.parametrize(
    ("previous", "limit", "is_too_soon"),
    [(0, 5, False), (95, 0, False), (95, 5, True), (94, 5, False), (200, 5, True)],
)
def test_the_limit_of_transactions_is_inclusive(
    ctx: Context, previous: int, limit: int, is_too_soon: bool
) -> None:
    go_to(ctx, 100)
    ctx.set(storage.TxRateLimit, limit)
    assert limits.exceeds_tx_rate_limit(ctx, previous) is is_too_soon
