"""The fee multiplier: a constant, written in block 0 and at the end of every block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import transaction_payment
from local_node.runtime.frame import Context, Hooks

ONE = 10**18
"""One, as `FixedU128`."""


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """Write the constant; `multiplier` of the config is ignored."""
    ctx.set(transaction_payment.storage.NextFeeMultiplier, ONE)
    ctx.set(transaction_payment.storage.StorageVersion, "V2")


def on_finalize(ctx: Context) -> None:
    """Do nothing: Substrate updates the multiplier here, and a constant stays the same."""
    ctx.set(transaction_payment.storage.NextFeeMultiplier, ONE)


HOOKS = Hooks(on_finalize=on_finalize)
