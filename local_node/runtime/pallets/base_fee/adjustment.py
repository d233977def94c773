"""The change of the gas price by a block: up if it is more than half full, down if less.

A full block raises the price by the elasticity, an empty one lowers it by as much; the change
between them is linear.
"""

from __future__ import annotations

from chain_spec.pallets import base_fee
from local_node.runtime.frame import Context, Weight
from local_node.runtime.frame.weight import db
from local_node.runtime.pallets.system import limits

MILLION = 1_000_000
IDEAL = 500_000
"""The ideal weight of a block, in millionths of its computation time."""

U256_MAX = 2**256 - 1


def on_initialize(ctx: Context) -> Weight:
    """The weight of `on_finalize`."""
    return db(2, 1)


def on_finalize(ctx: Context) -> None:
    """Change the price; it stays at the ideal weight, or without elasticity."""
    elasticity = ctx.get(base_fee.storage.Elasticity)
    used = limits.consumed(ctx).ref_time * MILLION // limits.max_block(ctx).ref_time
    distance = min(used, MILLION) - IDEAL
    if not elasticity or not distance:
        return
    coefficient = elasticity * min(abs(distance) * 2, MILLION) // MILLION
    price = ctx.get(base_fee.storage.BaseFeePerGas)
    scaled = price * coefficient
    if scaled > U256_MAX:
        ctx.emit(base_fee.events.BaseFeeOverflow)
        return
    change = scaled // MILLION
    price = min(price + change, U256_MAX) if distance > 0 else max(price - change, 0)
    ctx.set(base_fee.storage.BaseFeePerGas, price)
