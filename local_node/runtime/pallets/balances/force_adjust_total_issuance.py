"""`Balances.force_adjust_total_issuance`: root corrects the issuance, not the accounts."""

from __future__ import annotations

from chain_spec.pallets import balances
from local_node.runtime.frame import Context, Origin, ensure, ensure_root
from local_node.runtime.pallets.balances.account import change_issuance


def force_adjust_total_issuance(ctx: Context, origin: Origin, direction: str, delta: int) -> None:
    """`direction` is `Increase` or `Decrease`; saturates, at least at the inactive issuance."""
    ensure_root(origin)
    ensure(delta > 0, balances.errors.DeltaZero)
    before = ctx.get(balances.storage.TotalIssuance)
    change_issuance(ctx, delta if direction == "Increase" else -delta)
    after = ctx.get(balances.storage.TotalIssuance)
    inactive = ctx.get(balances.storage.InactiveIssuance)
    ensure(inactive <= after, balances.errors.IssuanceDeactivated)
    ctx.emit(balances.events.TotalIssuanceForced, before, after)
