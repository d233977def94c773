"""The balance of one account, and the effects of its changes.

Every change of a balance goes through `mutate`. It keeps the account's references (a provider while
the free balance is at least the existential deposit, a consumer while anything is reserved or
frozen), announces new accounts, and removes dust.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from chain_spec.pallets import balances, system
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.system import accounts

T = TypeVar("T")

AccountData = dict[str, Any]

NEW_LOGIC = 1 << 127
"""The flag of accounts that follow the rules above; every account here has it."""

_EMPTY: AccountData = {"free": 0, "reserved": 0, "frozen": 0, "flags": NEW_LOGIC}


def data(ctx: Context, who: bytes) -> AccountData:
    """`free`, `reserved` and `frozen` of an account; zeros for one that does not exist."""
    found: AccountData = ctx.get(system.storage.Account, who)["data"]
    return found


def existential_deposit(ctx: Context) -> int:
    """The minimum balance of an account, in rao."""
    return ctx.constant(balances.constants.ExistentialDeposit)


def mutate(
    ctx: Context, who: bytes, change: Callable[[AccountData], T], *, force: bool = False
) -> T:
    """Apply `change` to the balance in place, and store the account; dust leaves the issuance.

    `force` allows a consumer beyond the limit of consumers.
    """
    return mutate_info(ctx, who, ctx.get(system.storage.Account, who), change, force=force)


def mutate_info(
    ctx: Context,
    who: bytes,
    info: accounts.AccountInfo,
    change: Callable[[AccountData], T],
    *,
    force: bool = False,
) -> T:
    """`mutate` for a caller that has read the account: `info` is as stored, and is modified."""
    balance: AccountData = info["data"]
    deposit = existential_deposit(ctx)
    is_new = balance == _EMPTY
    provided = balance["free"] >= deposit and info["providers"] > 0
    consumed = not is_new and bool(balance["reserved"] or balance["frozen"])

    result = change(balance)

    provides = balance["free"] >= deposit
    consumes = bool(balance["reserved"] or balance["frozen"])
    if provides and not provided:
        accounts.add_provider(ctx, who, info)
    if consumed and not consumes:
        accounts.drop_consumer(info)
    if consumes and not (consumed and info["consumers"]):
        accounts.add_consumer(info, limited=not force)
    if provided and not provides:
        accounts.drop_provider(ctx, who, info)
    _settle(ctx, who, info, is_new, deposit)
    return result


def _settle(
    ctx: Context, who: bytes, info: accounts.AccountInfo, is_new: bool, deposit: int
) -> None:
    """Store the account; a balance below the existential deposit with nothing reserved is dust."""
    balance: AccountData = info["data"]
    free: int = balance["free"]
    dust = 0
    if free < deposit and not balance["reserved"]:
        dust = free
        info["data"] = dict(_EMPTY)
    accounts.store(ctx, who, info)
    if is_new:
        ctx.emit(balances.events.Endowed, who, free)
    if dust:
        ctx.emit(balances.events.DustLost, who, dust)
        change_issuance(ctx, -dust)


def change_issuance(ctx: Context, amount: int) -> None:
    """Add to the total issuance, saturating at both ends."""
    issuance = ctx.get(balances.storage.TotalIssuance) + amount
    ctx.set(balances.storage.TotalIssuance, min(max(issuance, 0), 2**64 - 1))
