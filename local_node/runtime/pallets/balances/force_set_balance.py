"""`Balances.force_set_balance`: root sets the balance of an account."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import balances
from local_node.runtime.frame import Context, Origin, ensure_root, lookup
from local_node.runtime.pallets.balances import currency


def force_set_balance(ctx: Context, origin: Origin, who: tuple[str, Any], new_free: int) -> None:
    """Set the free balance and adjust the issuance; less than the existential deposit is zero."""
    ensure_root(origin)
    account = lookup(who)
    amount = currency.set_free(ctx, account, new_free)
    ctx.emit(balances.events.BalanceSet, account, amount)
