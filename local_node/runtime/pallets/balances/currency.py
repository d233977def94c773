"""All movements of TAO.

Amounts are rao. The functions are the `fungible` traits of Substrate's Balances, with simpler
names. A *credit* is TAO that was withdrawn or issued and is in no account yet (an `int` here). Its
holder must `resolve` it to an account or `rescind` it, since it counts as issued.

`keep_alive` keeps the existential deposit in the account; otherwise the account may be reaped.
"""

from __future__ import annotations

from chain_spec.pallets import balances, system
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import (
    OVERFLOW,
    UNDERFLOW,
    DispatchFailure,
    ensure,
    fail,
    token,
)
from local_node.runtime.pallets.balances.account import (
    AccountData,
    change_issuance,
    data,
    existential_deposit,
    mutate,
    mutate_info,
)
from local_node.runtime.pallets.balances.reserves import (
    burn_held,
    can_reserve,
    held,
    hold,
    release,
    repatriate_reserved,
    reserve,
    slash_reserved,
    unreserve,
)
from local_node.runtime.pallets.system import accounts
from local_node.runtime.pallets.system.accounts import AccountInfo

__all__ = [
    "burn",
    "burn_held",
    "can_reserve",
    "can_withdraw",
    "deposit",
    "free",
    "held",
    "hold",
    "issue",
    "mint",
    "reducible",
    "refund",
    "release",
    "repatriate_reserved",
    "rescind",
    "reserve",
    "reserved",
    "resolve",
    "set_free",
    "slash_reserved",
    "total",
    "total_issuance",
    "transfer",
    "unreserve",
    "withdraw",
]

U64_MAX = 2**64 - 1


def free(ctx: Context, who: bytes) -> int:
    """The free balance."""
    amount: int = data(ctx, who)["free"]
    return amount


def reserved(ctx: Context, who: bytes) -> int:
    """The reserved balance, holds included."""
    amount: int = data(ctx, who)["reserved"]
    return amount


def total(ctx: Context, who: bytes) -> int:
    """The free and the reserved balance together."""
    balance = data(ctx, who)
    amount: int = balance["free"] + balance["reserved"]
    return amount


def total_issuance(ctx: Context) -> int:
    """All TAO issued in Balances."""
    return ctx.get(balances.storage.TotalIssuance)


def reducible(ctx: Context, who: bytes, keep_alive: bool, *, force: bool = False) -> int:
    """The amount that can leave the free balance at once; `force` ignores freezes."""
    return _reducible(ctx, ctx.get(system.storage.Account, who), keep_alive, force=force)


def _reducible(ctx: Context, info: AccountInfo, keep_alive: bool, *, force: bool = False) -> int:
    balance: AccountData = info["data"]
    untouchable: int = 0 if force else max(balance["frozen"] - balance["reserved"], 0)
    if keep_alive or (balance["free"] and not accounts.can_lose_provider(info)):
        untouchable = max(untouchable, existential_deposit(ctx))
    amount: int = max(balance["free"] - untouchable, 0)
    return amount


# -- between accounts ---------------------------------------------------------------------------
#
# Functions with a leading underscore take an account as it is stored, so that each account is read
# once.


def transfer(ctx: Context, source: bytes, dest: bytes, amount: int, keep_alive: bool) -> None:
    """Move free TAO; fails with Substrate's `Token` errors, in its order."""
    giver = ctx.get(system.storage.Account, source)
    _ensure_can_withdraw(ctx, giver, amount, keep_alive)
    taker = ctx.get(system.storage.Account, dest)
    _ensure_can_deposit(ctx, taker, amount)
    if source == dest:
        return
    _decrease(ctx, source, giver, min(amount, _reducible(ctx, giver, keep_alive)))
    _increase(ctx, dest, taker, amount, exact=False)
    ctx.emit(balances.events.Transfer, source, dest, amount)


def can_withdraw(ctx: Context, who: bytes, amount: int) -> str:
    """Substrate's `WithdrawConsequence`: `Success`, `ReducedToZero`, or the reason for refusal."""
    return _can_withdraw(ctx, ctx.get(system.storage.Account, who), amount)


def _can_withdraw(ctx: Context, info: AccountInfo, amount: int) -> str:
    if amount == 0:
        return "Success"
    if total_issuance(ctx) < amount:
        return "Underflow"
    balance: AccountData = info["data"]
    rest = balance["free"] - amount
    if rest < 0:
        return "BalanceLow"
    if amount > _reducible(ctx, info, keep_alive=False):
        return "Frozen"
    dies = rest < existential_deposit(ctx)
    if dies and not accounts.can_lose_provider(info):
        return "WouldDie"
    if rest + balance["reserved"] < balance["frozen"]:
        return "Frozen"
    return "ReducedToZero" if dies else "Success"


def _ensure_can_withdraw(ctx: Context, info: AccountInfo, amount: int, keep_alive: bool) -> None:
    outcome = _can_withdraw(ctx, info, amount)
    if outcome == "Success" or (outcome == "ReducedToZero" and not keep_alive):
        return
    raise fail(
        {
            "BalanceLow": token("FundsUnavailable"),
            "Underflow": UNDERFLOW,
            "Frozen": token("Frozen"),
            "WouldDie": token("OnlyProvider"),
            "ReducedToZero": token("NotExpendable"),
        }[outcome]
    )


def _ensure_can_deposit(ctx: Context, info: AccountInfo, amount: int) -> None:
    if amount == 0:
        return
    balance: AccountData = info["data"]
    free_after = balance["free"] + amount
    ensure(free_after <= U64_MAX, OVERFLOW)
    ensure(free_after >= existential_deposit(ctx), token("BelowMinimum"))
    ensure(free_after + balance["reserved"] <= U64_MAX, OVERFLOW)


def _decrease(ctx: Context, who: bytes, info: AccountInfo, amount: int) -> None:
    """Lower the free balance by an amount that `reducible` allowed."""

    def change(balance: AccountData) -> None:
        ensure(balance["free"] >= amount, token("FundsUnavailable"))
        balance["free"] -= amount

    mutate_info(ctx, who, info, change)


def _increase(ctx: Context, who: bytes, info: AccountInfo, amount: int, *, exact: bool) -> int:
    """Raise the free balance; return the increase. Less than a new account's minimum adds
    nothing."""
    before: int = info["data"]["free"]
    after = before + amount
    if after > U64_MAX:
        ensure(not exact, OVERFLOW)
        after = U64_MAX
    if after < existential_deposit(ctx):
        ensure(not exact, token("BelowMinimum"))
        return 0
    if after != before:
        mutate_info(ctx, who, info, lambda balance: balance.__setitem__("free", after))
    return after - before


# -- out of an account, into an account -----------------------------------------------------------


def withdraw(
    ctx: Context, who: bytes, amount: int, keep_alive: bool, *, force: bool = False
) -> int:
    """Withdraw exactly `amount` as a credit, with the event `Withdraw`."""
    info = ctx.get(system.storage.Account, who)
    ensure(_reducible(ctx, info, keep_alive, force=force) >= amount, token("FundsUnavailable"))
    _decrease(ctx, who, info, amount)
    ctx.emit(balances.events.Withdraw, who, amount)
    return amount


def deposit(ctx: Context, who: bytes, amount: int, *, exact: bool = True) -> int:
    """Deposit TAO of a credit into an account, with the event `Deposit`; return the amount."""
    return _deposit(ctx, who, ctx.get(system.storage.Account, who), amount, exact=exact)


def refund(ctx: Context, who: bytes, amount: int) -> int:
    """`deposit` into an existing account, up to what it can take; return the amount."""
    info = ctx.get(system.storage.Account, who)
    if info["data"]["free"] + info["data"]["reserved"] == 0:
        return 0
    return _deposit(ctx, who, info, amount, exact=False)


def _deposit(ctx: Context, who: bytes, info: AccountInfo, amount: int, *, exact: bool) -> int:
    increase = _increase(ctx, who, info, amount, exact=exact)
    ctx.emit(balances.events.Deposit, who, increase)
    return increase


def resolve(ctx: Context, who: bytes, credit: int) -> bool:
    """Deposit a credit into an account; return False, with no effect, if it cannot hold it."""
    try:
        deposit(ctx, who, credit)
    except DispatchFailure:
        return False
    return True


def issue(ctx: Context, amount: int) -> int:
    """Issue new TAO as a credit, up to the maximum issuance, with the event `Issued`."""
    amount = min(amount, U64_MAX - total_issuance(ctx))
    change_issuance(ctx, amount)
    ctx.emit(balances.events.Issued, amount)
    return amount


def rescind(ctx: Context, credit: int) -> None:
    """Drop a credit: the issuance falls by it, without an event, as on a drop in Rust."""
    if credit:
        change_issuance(ctx, -credit)


# -- making and destroying -------------------------------------------------------------------------


def mint(ctx: Context, who: bytes, amount: int) -> None:
    """Issue new TAO into an account, with the event `Minted`."""
    ensure(total_issuance(ctx) + amount <= U64_MAX, OVERFLOW)
    increase = _increase(ctx, who, ctx.get(system.storage.Account, who), amount, exact=True)
    change_issuance(ctx, increase)
    ctx.emit(balances.events.Minted, who, increase)


def burn(ctx: Context, who: bytes, amount: int, keep_alive: bool) -> None:
    """Destroy exactly `amount` of an account's TAO, with the event `Burned`."""
    info = ctx.get(system.storage.Account, who)
    ensure(_reducible(ctx, info, keep_alive) >= amount, token("FundsUnavailable"))
    ensure(total_issuance(ctx) >= amount, OVERFLOW)
    _decrease(ctx, who, info, amount)
    change_issuance(ctx, -amount)
    ctx.emit(balances.events.Burned, who, amount)


def set_free(ctx: Context, who: bytes, amount: int) -> int:
    """Set the free balance to `amount`, or zero below the existential deposit; return it.

    The issuance changes by the difference, with the event `Issued` or `Rescinded`.
    """
    amount = 0 if amount < existential_deposit(ctx) else amount

    def change(balance: AccountData) -> int:
        before: int = balance["free"]
        balance["free"] = amount
        return before

    before = mutate(ctx, who, change)
    change_issuance(ctx, amount - before)
    if amount > before:
        ctx.emit(balances.events.Issued, amount - before)
    elif amount < before:
        ctx.emit(balances.events.Rescinded, before - amount)
    return amount
