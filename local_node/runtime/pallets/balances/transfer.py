"""`Balances.transfer_allow_death` and `Balances.transfer_keep_alive`."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin, ensure_signed, lookup
from local_node.runtime.pallets.balances import currency


def transfer_allow_death(ctx: Context, origin: Origin, dest: tuple[str, Any], value: int) -> None:
    """Move `value` rao; the signer's account may be reaped."""
    source = ensure_signed(origin)
    currency.transfer(ctx, source, lookup(dest), value, keep_alive=False)


def transfer_keep_alive(ctx: Context, origin: Origin, dest: tuple[str, Any], value: int) -> None:
    """Move `value` rao; the signer's account must keep the existential deposit."""
    source = ensure_signed(origin)
    currency.transfer(ctx, source, lookup(dest), value, keep_alive=True)
