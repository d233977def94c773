"""Whether safe mode is on, and the calls that pass (the runtime's `SafeModeWhitelistedCalls`)."""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import CallValue

PALLETS = frozenset({"Sudo", "Multisig", "System", "SafeMode", "Timestamp"})
CALLS = frozenset(
    {
        ("SubtensorModule", "set_weights"),
        ("SubtensorModule", "serve_axon"),
        ("Commitments", "set_commitment"),
    }
)


def is_entered(ctx: Context) -> bool:
    """Whether safe mode is on."""
    return ctx.contains(declared.storage.EnteredUntil)


def passes(ctx: Context, call: CallValue) -> bool:
    """Part of the base call filter, so that it applies to inner calls too."""
    pallet, inner = call
    if pallet in PALLETS or (pallet, inner[0]) in CALLS:
        return True
    return not is_entered(ctx)
