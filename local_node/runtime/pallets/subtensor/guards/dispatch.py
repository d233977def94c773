"""All guards in their order."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards import (
    coldkey_swap,
    delegate_take,
    evm_key,
    pow_registration,
    rate_limits,
    serving,
    weights,
)

_PALLET = "SubtensorModule"
_GUARDS = (weights, rate_limits, delegate_take, serving, evm_key, pow_registration)


def check_call(ctx: Context, who: bytes, call: tuple[str, Any]) -> None:
    """Fail with the first guard's error; `call` is decoded, `who` its signer."""
    pallet, inner = call
    name, args = inner if isinstance(inner, tuple) else (inner, {})
    coldkey_swap.check(ctx, who, pallet, name)
    if pallet == _PALLET:
        for guard in _GUARDS:
            if name in guard.APPLIES_TO:
                guard.check(ctx, who, name, args)
