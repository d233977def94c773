"""`Balances.transfer_all`: transfer the whole transferable balance."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin, ensure_signed, lookup
from local_node.runtime.pallets.balances import currency


def transfer_all(ctx: Context, origin: Origin, dest: tuple[str, Any], keep_alive: bool) -> None:
    """`keep_alive` keeps the existential deposit; reserved TAO always stays."""
    source = ensure_signed(origin)
    amount = currency.reducible(ctx, source, keep_alive)
    currency.transfer(ctx, source, lookup(dest), amount, keep_alive)
