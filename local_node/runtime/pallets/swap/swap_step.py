"""One swap through a pool: the fee, the part within the price limit, the payout.

Invariant: pure. The payment and its fee never exceed the order; the caller refunds the rest.
"""

from __future__ import annotations

from typing import NamedTuple

from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.pallets.swap.orders import Order, PoolReserves

_U16_MAX = (1 << 16) - 1


class SwapResult(NamedTuple):
    """The amounts of a swap: paid in and fees in the order's currency, paid out in the other."""

    amount_paid_in: int
    amount_paid_out: int
    fee_paid: int
    fee_to_block_author: int


def fee_amount(amount: int, fee_rate: int) -> int:
    """The fee on a whole payment at a rate normalised to 65,535, rounded down."""
    rate = U64F64.safe_div(U64F64.from_int(fee_rate), U64F64.from_int(_U16_MAX))
    return U64F64.to_u64(U64F64.mul(U64F64.from_int(amount), rate))


def swap_step(pool: PoolReserves, order: Order, limit: int, fee_rate: int) -> SwapResult:
    """Execute as much of the order as the price limit (``U64F64``) allows."""
    fee = fee_amount(order.amount, fee_rate)
    amount_in = max(0, order.amount - fee)
    if not order.is_closer(order.price_after(pool, amount_in), limit):
        amount_in = order.amount_to_reach(pool, pool.price(), limit)
        fee = _fee_on_top(amount_in, fee_rate)
    paid_out = order.paid_out(pool, amount_in)
    return SwapResult(amount_in, paid_out, fee, fee if amount_in else 0)


def _fee_on_top(amount_in: int, fee_rate: int) -> int:
    """The fee on top of a net amount, for an order cut by its limit."""
    rate = U64F64.from_int(fee_rate)
    ratio = U64F64.safe_div(rate, U64F64.sub(U64F64.from_int(_U16_MAX), rate))
    return U64F64.to_u64(U64F64.mul(U64F64.from_int(amount_in), ratio))
