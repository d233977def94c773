"""`Balances.upgrade_accounts`: flags accounts from before holds and freezes."""

from __future__ import annotations

from chain_spec.pallets import balances, system
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure_signed
from local_node.runtime.pallets.balances.account import NEW_LOGIC, existential_deposit
from local_node.runtime.pallets.system import accounts


def upgrade_accounts(ctx: Context, origin: Origin, who: list[bytes]) -> PostDispatch:
    """Free if at least nine in ten needed the upgrade; accounts made here never do."""
    ensure_signed(origin)
    if not who:
        return PostDispatch(pays=True)
    upgraded = sum(_upgrade(ctx, account) for account in who)
    return PostDispatch(pays=upgraded * 10 < len(who) * 9)


def _upgrade(ctx: Context, who: bytes) -> bool:
    info = ctx.get(system.storage.Account, who)
    balance = info["data"]
    if balance["flags"] & NEW_LOGIC:
        return False
    balance["flags"] |= NEW_LOGIC
    if balance["reserved"] and not balance["frozen"]:
        if not info["providers"]:
            balance["free"] = max(balance["free"], existential_deposit(ctx))
            accounts.add_provider(ctx, who, info)
        accounts.add_consumer(info, limited=False)
    accounts.store(ctx, who, info)
    ctx.emit(balances.events.Upgraded, who)
    return True
