"""Alpha accounting of the pallet: issued into a pool or to stakers, recycled, burned.

`AlphaAssets` records the alpha issued, recycled and burned on a subnet; reserves and stakes belong
to `SubtensorModule`. Invariant: recycling lowers the issuance, burning does not.
"""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context

_U64_MAX = (1 << 64) - 1


def alpha_issuance(ctx: Context, netuid: int) -> int:
    """The alpha in the pool and outstanding."""
    pool = ctx.get(storage.SubnetAlphaIn, netuid)
    return int(min(pool + ctx.get(storage.SubnetAlphaOut, netuid), _U64_MAX))


def issue_alpha_to_pool(ctx: Context, netuid: int, amount: int) -> None:
    """Issue new alpha into the pool's reserve."""
    _issue(ctx, netuid, amount)
    if amount:
        ctx.mutate(storage.SubnetAlphaIn, netuid, lambda total: min(total + amount, _U64_MAX))


def issue_alpha_to_stakers(ctx: Context, netuid: int, amount: int) -> None:
    """Issue new outstanding alpha."""
    _issue(ctx, netuid, amount)
    if amount:
        ctx.mutate(storage.SubnetAlphaOut, netuid, lambda total: min(total + amount, _U64_MAX))


def recycle_subnet_alpha(ctx: Context, netuid: int, amount: int) -> None:
    """Remove alpha from the issuance."""
    if amount == 0:
        return
    ctx.mutate(storage.SubnetAlphaOut, netuid, lambda total: max(0, total - amount))
    ctx.mutate(
        alpha_assets.storage.AlphaRecycled, netuid, lambda total: min(total + amount, _U64_MAX)
    )
    ctx.mutate(
        alpha_assets.storage.TotalAlphaIssuance, netuid, lambda total: max(0, total - amount)
    )


def burn_subnet_alpha(ctx: Context, netuid: int, amount: int) -> None:
    """Record alpha as burned: without an owner, but still issued."""
    if amount:
        ctx.mutate(
            alpha_assets.storage.AlphaBurned, netuid, lambda total: min(total + amount, _U64_MAX)
        )


def _issue(ctx: Context, netuid: int, amount: int) -> None:
    if amount:
        ctx.mutate(
            alpha_assets.storage.TotalAlphaIssuance,
            netuid,
            lambda total: min(total + amount, _U64_MAX),
        )
