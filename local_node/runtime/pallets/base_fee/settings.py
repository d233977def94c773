"""`BaseFee.set_base_fee_per_gas`, `BaseFee.set_elasticity`, and their values in block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import base_fee
from local_node.runtime.frame import Context, Origin, ensure_root


def set_base_fee_per_gas(ctx: Context, origin: Origin, fee: int) -> None:
    """Set the price, in wei per unit of gas."""
    ensure_root(origin)
    ctx.set(base_fee.storage.BaseFeePerGas, fee)
    ctx.emit(base_fee.events.NewBaseFeePerGas, fee)


def set_elasticity(ctx: Context, origin: Origin, elasticity: int) -> None:
    """Set the largest change per block, in millionths; zero fixes the price."""
    ensure_root(origin)
    ctx.set(base_fee.storage.Elasticity, elasticity)
    ctx.emit(base_fee.events.NewElasticity, elasticity)


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`baseFeePerGas` and `elasticity`; defaults are written too."""
    price, elasticity = base_fee.storage.BaseFeePerGas, base_fee.storage.Elasticity
    ctx.set(price, config.get("baseFeePerGas", price.default(ctx.profile, ctx.features)))
    ctx.set(elasticity, config.get("elasticity", elasticity.default(ctx.profile, ctx.features)))
