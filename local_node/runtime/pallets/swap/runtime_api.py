"""`SwapRuntimeApi`: prices and quotes for clients. Prices are in rao per alpha."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import subtensor
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context
from local_node.runtime.pallets.swap.execution import try_simulate_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha
from local_node.runtime.pallets.swap.pool import current_price

_RAO = 1_000_000_000


def current_alpha_price(ctx: Context, netuid: int) -> int:
    """Price of one alpha, in rao."""
    return U64F64.to_u64(U64F64.mul(current_price(ctx, netuid), U64F64.from_int(_RAO)))


def current_alpha_price_all(ctx: Context) -> list[dict[str, int]]:
    """Price on every subnet, in storage order."""
    return [
        {"netuid": netuid, "price": current_alpha_price(ctx, netuid)}
        for netuid, added in ctx.iter(subtensor.storage.NetworksAdded)
        if added
    ]


def sim_swap_tao_for_alpha(ctx: Context, netuid: int, tao: int) -> dict[str, Any]:
    """A quote for a purchase; zeros if the swap would fail."""
    at_price = U64F64.to_u64(U64F64.safe_div(U64F64.from_int(tao), current_price(ctx, netuid)))
    result = try_simulate_swap(ctx, netuid, GetAlphaForTao(tao))
    if result is None:
        return _quote()
    return _quote(
        tao_amount=result.amount_paid_in,
        alpha_amount=result.amount_paid_out,
        tao_fee=result.fee_paid,
        alpha_slippage=max(0, at_price - result.amount_paid_out),
    )


def sim_swap_alpha_for_tao(ctx: Context, netuid: int, alpha: int) -> dict[str, Any]:
    """A quote for a sale; zeros if the swap would fail."""
    at_price = U64F64.to_u64(U64F64.mul(U64F64.from_int(alpha), current_price(ctx, netuid)))
    result = try_simulate_swap(ctx, netuid, GetTaoForAlpha(alpha))
    if result is None:
        return _quote()
    return _quote(
        tao_amount=result.amount_paid_out,
        alpha_amount=result.amount_paid_in,
        alpha_fee=result.fee_paid,
        tao_slippage=max(0, at_price - result.amount_paid_out),
    )


def _quote(**amounts: int) -> dict[str, int]:
    fields = (
        "tao_amount",
        "alpha_amount",
        "tao_fee",
        "alpha_fee",
        "tao_slippage",
        "alpha_slippage",
    )
    return {field: amounts.get(field, 0) for field in fields}
