"""TAO on behalf of the pallet: transfers between coldkeys and subnets, recycling, burning, minting.

Invariant: `SubtensorModule.TotalIssuance` follows every change of `Balances.TotalIssuance` that is
caused here: new TAO, recycled TAO, and the dust of an account that a transfer kills.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure, ensure, fail
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_account

MAX_TAO_ISSUANCE = 21_000_000 * 10**9
"""No TAO is ever minted beyond this, in rao."""

_U64_MAX = 2**64 - 1

BURN_ACCOUNT = b"modlburntnsr".ljust(32, b"\0")
"""The account of `BurnAccountId`: TAO sent there is out of reach but still issued."""


def coldkey_balance(ctx: Context, coldkey: bytes) -> int:
    """All that a coldkey may spend, the existential deposit included."""
    return currency.reducible(ctx, coldkey, keep_alive=False)


def keep_alive_balance(ctx: Context, coldkey: bytes) -> int:
    """What a coldkey may spend without being reaped."""
    return currency.reducible(ctx, coldkey, keep_alive=True)


def can_spend(ctx: Context, coldkey: bytes, amount: int) -> bool:
    """Whether the coldkey holds so much."""
    return amount <= coldkey_balance(ctx, coldkey)


def transfer_tao(ctx: Context, source: bytes, dest: bytes, amount: int) -> None:
    """Move TAO; the source may be reaped, and its dust then leaves the issuance."""
    ensure(amount <= coldkey_balance(ctx, source), errors.InsufficientBalance)
    _transfer_with_dust(ctx, source, dest, amount)


def transfer_all_tao_and_kill(ctx: Context, source: bytes, dest: bytes) -> None:
    """Move all that can be moved."""
    amount = coldkey_balance(ctx, source)
    if amount:
        _transfer_with_dust(ctx, source, dest, amount)


def transfer_tao_to_subnet(ctx: Context, netuid: int, coldkey: bytes, amount: int) -> int:
    """Move TAO into a subnet's account, less where the coldkey would be reaped; what was moved."""
    if amount == 0:
        return 0
    account = _account_of_subnet(ctx, netuid)
    amount = min(amount, keep_alive_balance(ctx, coldkey))
    ensure(amount, errors.InsufficientBalance)
    currency.transfer(ctx, coldkey, account, amount, keep_alive=True)
    return amount


def transfer_tao_from_subnet(ctx: Context, netuid: int, coldkey: bytes, amount: int) -> None:
    """Move TAO out of a subnet's account."""
    transfer_tao(ctx, _account_of_subnet(ctx, netuid), coldkey, amount)


def burn_tao(ctx: Context, coldkey: bytes, amount: int) -> None:
    """Put TAO out of reach; the issuance keeps it."""
    transfer_tao(ctx, coldkey, BURN_ACCOUNT, amount)


def recycle_tao(ctx: Context, coldkey: bytes, amount: int) -> None:
    """Take TAO out of the issuance, so that it can be emitted again; never reaps the coldkey."""
    ensure(amount <= keep_alive_balance(ctx, coldkey), errors.InsufficientBalance)
    _lower_issuance(ctx, amount)
    try:
        credit = currency.withdraw(ctx, coldkey, amount, keep_alive=False, force=True)
    except DispatchFailure as failure:
        raise fail(errors.BalanceWithdrawalError) from failure
    currency.rescind(ctx, credit)


def mint_tao(ctx: Context, amount: int) -> int:
    """Open a credit of new TAO, up to the maximum; what it holds.

    Nobody owns a credit: spend it with `spend_tao`, and give back the rest with `recycle_credit`.
    """
    amount = min(amount, max(0, MAX_TAO_ISSUANCE - currency.total_issuance(ctx)))
    issued = ctx.get(storage.TotalIssuance) + amount
    ctx.set(storage.TotalIssuance, min(issued, _U64_MAX))
    return currency.issue(ctx, amount)


def spend_tao(ctx: Context, coldkey: bytes, credit: int, part: int) -> int | None:
    """Pay a part of a credit to an account: the credit left, or None where nothing was paid.

    An account that does not exist cannot receive less than the existential deposit.
    """
    paid = credit >= part and currency.resolve(ctx, coldkey, part)
    return credit - part if paid else None


def recycle_credit(ctx: Context, credit: int) -> None:
    """Close a credit: what was not spent was never issued."""
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
