"""`ChargeTransactionPayment`: the fee, with the tip that the extrinsic carries.

In Subtensor the priority does not depend on the tip: operational calls come before all others, and
otherwise the pool's order decides.
"""

from __future__ import annotations

from local_node.runtime.extensions.extension import Dispatched, Extension, Transaction
from local_node.runtime.fees.formula import inclusion_fee
from local_node.runtime.fees.payment import Payment, ensure_can_pay, settle, withdraw
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import ValidTransaction
from local_node.runtime.frame.weight import Weight

NORMAL_PRIORITY = 1
OPERATIONAL_PRIORITY = 10_000_000_000


def validate(ctx: Context, transaction: Transaction, extra: int) -> ValidTransaction:
    fee = _fee(ctx, transaction, transaction.weight, extra, transaction.pays)
    fallback = transaction.assembly.fee_fallback
    ensure_can_pay(ctx, _payer(ctx, transaction), transaction.call, fee, fallback)
    operational = transaction.kind == "Operational"
    return ValidTransaction(priority=OPERATIONAL_PRIORITY if operational else NORMAL_PRIORITY)


def prepare(ctx: Context, transaction: Transaction, extra: int) -> Payment:
    fee = _fee(ctx, transaction, transaction.weight, extra, transaction.pays)
    fallback = transaction.assembly.fee_fallback
    payer = _payer(ctx, transaction)
    return withdraw(ctx, payer, transaction.call, fee, extra, fallback)


def after(ctx: Context, transaction: Transaction, pre: Payment, done: Dispatched) -> None:
    fee = _fee(ctx, transaction, done.weight, pre.tip, done.pays)
    settle(ctx, pre, fee, transaction.assembly.fee_fallback)


def _payer(ctx: Context, transaction: Transaction) -> bytes:
    """The signer, or the proxied account if it has chosen to pay the fees."""
    find = transaction.assembly.fee_payer
    real = None if find is None else find(ctx, transaction.signer, transaction.call)
    return transaction.signer if real is None else real


def _fee(ctx: Context, transaction: Transaction, weight: Weight, tip: int, pays: bool) -> int:
    if not pays:
        return tip
    return inclusion_fee(ctx, transaction.kind, weight, transaction.length).total + tip


CHARGE_TRANSACTION_PAYMENT = Extension(validate=validate, prepare=prepare, after=after)
