"""Reserved TAO: plain reserves, and holds with a reason.

Plain reserves are anonymous. A hold has a reason (`RuntimeHoldReason`) and is listed in `Holds`.
Both are part of the account's `reserved` balance, and both keep the account from being reaped.
"""

from __future__ import annotations

from typing import Any, Literal

from chain_spec.pallets import balances, system
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import OVERFLOW, DispatchFailure, ensure, fail, token
from local_node.runtime.pallets.balances.account import (
    AccountData,
    change_issuance,
    data,
    existential_deposit,
    mutate,
)
from local_node.runtime.pallets.system import accounts

Status = Literal["Free", "Reserved"]
Reason = Any
"""A `RuntimeHoldReason`, as `("Preimage", "Preimage")`."""

U64_MAX = 2**64 - 1


def can_reserve(ctx: Context, who: bytes, amount: int) -> bool:
    """Whether `amount` can be reserved and the account still exists without it."""
    if amount == 0:
        return True
    balance = data(ctx, who)
    rest = balance["free"] - amount
    return bool(rest >= existential_deposit(ctx) and rest >= balance["frozen"])


def reserve(ctx: Context, who: bytes, amount: int) -> None:
    """Reserve free TAO; fails with `InsufficientBalance` for too little."""
    if amount == 0:
        return

    def change(balance: AccountData) -> None:
        ensure(balance["free"] >= amount, balances.errors.InsufficientBalance)
        balance["free"] -= amount
        balance["reserved"] += amount
        ensure(balance["reserved"] <= U64_MAX, OVERFLOW)
        ensure(balance["free"] >= balance["frozen"], balances.errors.LiquidityRestrictions)

    mutate(ctx, who, change)
    ctx.emit(balances.events.Reserved, who, amount)


def unreserve(ctx: Context, who: bytes, amount: int) -> int:
    """Unreserve up to `amount`; return the part that was not reserved."""
    balance = data(ctx, who)
    if amount == 0 or balance["free"] + balance["reserved"] == 0:
        return amount
    actual: int = min(balance["reserved"], amount)

    def change(balance: AccountData) -> None:
        balance["reserved"] -= actual
        balance["free"] = min(balance["free"] + actual, U64_MAX)

    try:
        mutate(ctx, who, change)
    except DispatchFailure:
        return amount
    ctx.emit(balances.events.Unreserved, who, actual)
    return amount - actual


def repatriate_reserved(
    ctx: Context, source: bytes, dest: bytes, amount: int, status: Status
) -> int:
    """Move reserved TAO to another existing account; return the part that was not reserved."""
    if amount == 0:
        return 0
    actual = min(amount, _reducible(ctx, source))
    if source == dest:
        unmoved = unreserve(ctx, source, actual) if status == "Free" else 0
        return amount - (actual - unmoved)
    ensure(ctx.get(system.storage.Account, dest)["providers"] > 0, balances.errors.DeadAccount)
    place = "free" if status == "Free" else "reserved"
    with ctx.transaction():
        mutate(ctx, dest, lambda balance: _add(balance, place, actual))
        mutate(ctx, source, lambda balance: _add(balance, "reserved", -actual))
    ctx.emit(balances.events.ReserveRepatriated, source, dest, actual, status)
    return amount - actual


def slash_reserved(ctx: Context, who: bytes, amount: int) -> int:
    """Destroy reserved TAO up to `amount`; return the part that was not reserved."""
    if amount == 0:
        return 0
    actual: int = min(data(ctx, who)["reserved"], amount)
    mutate(ctx, who, lambda balance: _add(balance, "reserved", -actual))
    change_issuance(ctx, -actual)
    ctx.emit(balances.events.Slashed, who, actual)
    return amount - actual


# -- holds ---------------------------------------------------------------------------------------


def held(ctx: Context, reason: Reason, who: bytes) -> int:
    """The amount held for a reason."""
    for entry in ctx.get(balances.storage.Holds, who):
        if entry["id"] == reason:
            amount: int = entry["amount"]
            return amount
    return 0


def hold(ctx: Context, reason: Reason, who: bytes, amount: int) -> None:
    """Hold free TAO for a reason; the account must exist without it."""
    if amount == 0:
        return
    info = ctx.get(system.storage.Account, who)
    balance: AccountData = info["data"]
    rest = balance["free"] - amount
    ensure(rest >= existential_deposit(ctx), token("FundsUnavailable"))
    ensure(rest >= balance["frozen"] - balance["reserved"], token("FundsUnavailable"))
    ensure(info["providers"] > 0, token("CannotCreateHold"))
    if not accounts.can_consume(info):
        raise fail(token("CannotCreateHold"))
    mutate(ctx, who, lambda balance: _move(balance, "free", "reserved", amount))
    _set_hold(ctx, reason, who, held(ctx, reason, who) + amount)


def release(ctx: Context, reason: Reason, who: bytes, amount: int) -> int:
    """Release held TAO up to `amount`; return the amount released."""
    actual = min(amount, held(ctx, reason, who))
    if actual == 0:
        return 0
    _set_hold(ctx, reason, who, held(ctx, reason, who) - actual)
    mutate(ctx, who, lambda balance: _move(balance, "reserved", "free", actual))
    return actual


def burn_held(ctx: Context, reason: Reason, who: bytes, amount: int) -> int:
    """Destroy held TAO up to `amount`; return the amount destroyed."""
    actual = min(amount, held(ctx, reason, who))
    if actual == 0:
        return 0
    _set_hold(ctx, reason, who, held(ctx, reason, who) - actual)
    mutate(ctx, who, lambda balance: _add(balance, "reserved", -actual))
    change_issuance(ctx, -actual)
    return actual


def _set_hold(ctx: Context, reason: Reason, who: bytes, amount: int) -> None:
    holds = [entry for entry in ctx.get(balances.storage.Holds, who) if entry["id"] != reason]
    if amount:
        holds.append({"id": reason, "amount": amount})
    if holds:
        ctx.put(balances.storage.Holds, who, holds)
    else:
        ctx.remove(balances.storage.Holds, who)


def _reducible(ctx: Context, who: bytes) -> int:
    """The part of the reserve that may leave: freezes apply to the whole balance."""
    balance = data(ctx, who)
    unavailable: int = max(balance["frozen"] - balance["free"], 0)
    reducible: int = max(balance["reserved"] - unavailable, 0)
    return reducible


def _add(balance: AccountData, place: str, amount: int) -> None:
    balance[place] += amount
    ensure(balance[place] <= U64_MAX, OVERFLOW)


def _move(balance: AccountData, source: str, dest: str, amount: int) -> None:
    balance[source] -= amount
    _add(balance, dest, amount)
