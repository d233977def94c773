"""Alpha issued, recycled and burned, and the books of it."""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.alpha import (
    alpha_issuance,
    burn_subnet_alpha,
    issue_alpha_to_pool,
    issue_alpha_to_stakers,
    recycle_subnet_alpha,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context

MOST = 2**64 - 1


def books(ctx: Context) -> tuple[int, int, int]:
    items = alpha_assets.storage
    return (
        ctx.get(items.TotalAlphaIssuance, 1),
        ctx.get(items.AlphaRecycled, 1),
        ctx.get(items.AlphaBurned, 1),
    )


def test_recycling_lowers_the_issuance_and_burning_does_not() -> None:
    ctx = dev_context()
    issued, (total, _, _) = alpha_issuance(ctx, 1), books(ctx)
    issue_alpha_to_pool(ctx, 1, 70)
    issue_alpha_to_stakers(ctx, 1, 30)
    assert alpha_issuance(ctx, 1) == issued + 100
    burn_subnet_alpha(ctx, 1, 5)
    assert alpha_issuance(ctx, 1) == issued + 100
    recycle_subnet_alpha(ctx, 1, 20)
    assert alpha_issuance(ctx, 1) == issued + 80
    assert books(ctx) == (total + 80, 20, 5)


def test_nothing_writes_nothing() -> None:
    ctx = dev_context()
    for change in (
        issue_alpha_to_pool,
        issue_alpha_to_stakers,
        recycle_subnet_alpha,
        burn_subnet_alpha,
    ):
        change(ctx, 7, 0)
    for item in (storage.SubnetAlphaIn, storage.SubnetAlphaOut, alpha_assets.storage.AlphaBurned):
        assert not ctx.contains(item, 7)


def test_sums_end_at_64_bits_and_zero() -> None:
    ctx = dev_context()
    issue_alpha_to_pool(ctx, 1, MOST)
    issue_alpha_to_stakers(ctx, 1, MOST)
    assert alpha_issuance(ctx, 1) == MOST
    ctx.put(storage.SubnetAlphaOut, 1, 3)
    recycle_subnet_alpha(ctx, 1, 10)
    assert ctx.get(storage.SubnetAlphaOut, 1) == 0
