"""`Balances.burn`: destroy TAO of the signer."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.balances import currency


def burn(ctx: Context, origin: Origin, value: int, keep_alive: bool) -> None:
    """Destroy exactly `value` rao and lower the issuance by it."""
    source = ensure_signed(origin)
    currency.burn(ctx, source, value, keep_alive)
