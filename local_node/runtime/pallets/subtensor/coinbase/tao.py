"""TAO movements of the pallet: transfers between coldkeys and subnets, recycling, burning, minting.

Invariant: `SubtensorModule.TotalIssuance` follows every change of `Balances.TotalIssuance` made
here: new TAO, recycled TAO, and the dust of an account that a transfer reaps.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure, ensure, fail
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_account

MAX_TAO_ISSUANCE = 21_000_000 * 10**9
"""The maximum supply of TAO, in rao."""

_U64_MAX = 2**64 - 1

BURN_ACCOUNT = b"modlburntnsr".ljust(32, b"\0")
"""The account of `BurnAccountId`: TAO sent there is inaccessible but still issued."""


def coldkey_balance(ctx: Context, coldkey: bytes) -> int:
    """The spendable balance of a coldkey, existential deposit included."""
    return currency.reducible(ctx, coldkey, keep_alive=False)


def keep_alive_balance(ctx: Context, coldkey: bytes) -> int:
    """The balance that a coldkey can spend without being reaped."""
    return currency.reducible(ctx, coldkey, keep_alive=True)


def can_spend(ctx: Context, coldkey: bytes, amount: int) -> bool:
    """Whether the coldkey can spend the amount."""
    return amount <= coldkey_balance(ctx, coldkey)


def transfer_tao(ctx: Context, source: bytes, dest: bytes, amount: int) -> None:
    """Transfer TAO; the source may be reaped, and its dust then leaves the issuance."""
    ensure(amount <= coldkey_balance(ctx, source), errors.InsufficientBalance)
    _transfer_with_dust(ctx, source, dest, amount)


def transfer_all_tao_and_kill(ctx: Context, source: bytes, dest: bytes) -> None:
    """Transfer the whole transferable balance."""
    amount = coldkey_balance(ctx, source)
    if amount:
        _transfer_with_dust(ctx, source, dest, amount)


def transfer_tao_to_subnet(ctx: Context, netuid: int, coldkey: bytes, amount: int) -> int:
    """Transfer TAO to a subnet's account, less if the coldkey would be reaped; return the
    amount."""
    if amount == 0:
        return 0
    account = _account_of_subnet(ctx, netuid)
    amount = min(amount, keep_alive_balance(ctx, coldkey))
    ensure(amount, errors.InsufficientBalance)
    currency.transfer(ctx, coldkey, account, amount, keep_alive=True)
    return amount


def transfer_tao_from_subnet(ctx: Context, netuid: int, coldkey: bytes, amount: int) -> None:
    """Transfer TAO from a subnet's account."""
    transfer_tao(ctx, _account_of_subnet(ctx, netuid), coldkey, amount)


def burn_tao(ctx: Context, coldkey: bytes, amount: int) -> None:
    """Burn TAO: inaccessible, but still issued."""
    transfer_tao(ctx, coldkey, BURN_ACCOUNT, amount)


def recycle_tao(ctx: Context, coldkey: bytes, amount: int) -> None:
    """Remove TAO from the issuance, so that it can be emitted again; never reaps the coldkey."""
    ensure(amount <= keep_alive_balance(ctx, coldkey), errors.InsufficientBalance)
    _lower_issuance(ctx, amount)
    try:
        credit = currency.withdraw(ctx, coldkey, amount, keep_alive=False, force=True)
    except DispatchFailure as failure:
        raise fail(errors.BalanceWithdrawalError) from failure
    currency.rescind(ctx, credit)


def mint_tao(ctx: Context, amount: int) -> int:
    """Open a credit of new TAO, up to the maximum supply; return its amount.

    A credit has no owner: spend it with `spend_tao`, and return the rest with `recycle_credit`.
    """
    amount = min(amount, max(0, MAX_TAO_ISSUANCE - currency.total_issuance(ctx)))
    issued = ctx.get(storage.TotalIssuance) + amount
    ctx.set(storage.TotalIssuance, min(issued, _U64_MAX))
    return currency.issue(ctx, amount)


def spend_tao(ctx: Context, coldkey: bytes, credit: int, part: int) -> int | None:
    """Pay a part of a credit to an account; return the rest, or None if nothing was paid.

    A new account cannot receive less than the existential deposit.
    """
    paid = credit >= part and currency.resolve(ctx, coldkey, part)
    return credit - part if paid else None


def recycle_credit(ctx: Context, credit: int) -> None:
    """Close a credit; the unspent rest counts as never issued."""
    if credit:
        _lower_issuance(ctx, credit)
        currency.rescind(ctx, credit)


def _account_of_subnet(ctx: Context, netuid: int) -> bytes:
    account = subnet_account(ctx, netuid)
    if account is None:
        raise fail(errors.SubnetNotExists)
    return account


def _transfer_with_dust(ctx: Context, source: bytes, dest: bytes, amount: int) -> None:
    before = currency.total_issuance(ctx)
    currency.transfer(ctx, source, dest, amount, keep_alive=False)
    dust = before - currency.total_issuance(ctx)
    if dust > 0:
        _lower_issuance(ctx, dust)


def _lower_issuance(ctx: Context, amount: int) -> None:
    ctx.set(storage.TotalIssuance, max(0, ctx.get(storage.TotalIssuance) - amount))
