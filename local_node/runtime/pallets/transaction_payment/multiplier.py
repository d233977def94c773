"""The fee multiplier: a constant, which block 0 and the end of every block write down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import transaction_payment
from local_node.runtime.frame import Context, Hooks

ONE = 10**18
"""One, as `FixedU128`."""


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`multiplier` of the config is ignored: the runtime's is a constant."""
    ctx.set(transaction_payment.storage.NextFeeMultiplier, ONE)
    ctx.set(transaction_payment.storage.StorageVersion, "V2")


def on_finalize(ctx: Context) -> None:
    """Substrate sets the next multiplier here; with a constant one it comes out as it was."""
    ctx.set(transaction_payment.storage.NextFeeMultiplier, ONE)


HOOKS = Hooks(on_finalize=on_finalize)
