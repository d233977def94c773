"""The safe mode of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`enteredUntil`: the last block of safe mode, or none."""
    until = config.get("enteredUntil")
    if until is not None:
        ctx.set(declared.storage.EnteredUntil, int(until))
