"""`Balances.force_unreserve`: root frees reserved TAO."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin, ensure_root, lookup
from local_node.runtime.pallets.balances import currency


def force_unreserve(ctx: Context, origin: Origin, who: tuple[str, Any], amount: int) -> None:
    """Unreserve up to `amount`."""
    ensure_root(origin)
    currency.unreserve(ctx, lookup(who), amount)
