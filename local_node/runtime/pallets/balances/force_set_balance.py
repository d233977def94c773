"""`Balances.force_set_balance`: root says what an account holds."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import balances
from local_node.runtime.frame import Context, Origin, ensure_root, lookup
from local_node.runtime.pallets.balances import currency


def force_set_balance(ctx: Context, origin: Origin, who: tuple[str, Any], new_free: int) -> None:
    """The issuance follows; less than the existential deposit counts as nothing."""
    ensure_root(origin)
    account = lookup(who)
    amount = currency.set_free(ctx, account, new_free)
    ctx.emit(balances.events.BalanceSet, account, amount)
