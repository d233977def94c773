"""Subtensor's `NoNestingCallFilter`: no batch directly inside a batch."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import CallValue

BATCHES = ("batch", "batch_all", "force_batch")


def is_batch(call: CallValue) -> bool:
    """Whether the call is one of the three batches."""
    pallet, inner = call
    return pallet == "Utility" and inner[0] in BATCHES


def is_not_nested(ctx: Context, call: CallValue) -> bool:
    """Whether the call is not a batch that contains a batch."""
    return not (is_batch(call) and any(is_batch(inner) for inner in call[1][1]["calls"]))
