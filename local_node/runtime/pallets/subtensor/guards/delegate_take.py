"""The guard of delegate takes: within bounds, and changed by the hotkey's own coldkey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import ensure_take_is_owners

APPLIES_TO = frozenset({"increase_take", "decrease_take"})


def check(ctx: Context, who: bytes, _name: str, args: Mapping[str, Any]) -> None:
    ensure(args["take"] >= ctx.get(storage.MinDelegateTake), errors.DelegateTakeTooLow)
    ensure(args["take"] <= ctx.get(storage.MaxDelegateTake), errors.DelegateTakeTooHigh)
    ensure_take_is_owners(ctx, who, args["hotkey"])
