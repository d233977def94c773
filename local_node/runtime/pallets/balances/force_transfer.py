"""`Balances.force_transfer`: root moves TAO between two accounts."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin, ensure_root, lookup
from local_node.runtime.pallets.balances import currency


def force_transfer(
    ctx: Context, origin: Origin, source: tuple[str, Any], dest: tuple[str, Any], value: int
) -> None:
    """Move `value` rao; the source may be reaped."""
    ensure_root(origin)
    currency.transfer(ctx, lookup(source), lookup(dest), value, keep_alive=False)
