"""The payment of a fee: withdrawn before the call, corrected after it.

Fee and tip in TAO go to the block's author; without an author they are burned. If the payer has too
little TAO, a pallet may offer an alternative payment (`FeeFallback`): Subtensor takes alpha for
calls that sell alpha.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.pallets import transaction_payment
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.pallet import FeeFallback
from local_node.runtime.frame.validity import invalid
from local_node.runtime.pallets.aura.slot import author
from local_node.runtime.pallets.balances import currency

NO_RECEIPT = object()


class Payment(NamedTuple):
    """The fee withdrawn from `payer` before the call, with the receipt of the fallback."""

    payer: bytes
    tip: int
    withdrawn: int = 0
    receipt: Any = NO_RECEIPT


def ensure_can_pay(
    ctx: Context, payer: bytes, call: CallValue, fee: int, fallback: FeeFallback | None
) -> None:
    """Refuse with `Payment` unless TAO or the fallback covers the fee; withdraw nothing."""
    if fee == 0 or currency.can_withdraw(ctx, payer, fee) == "Success":
        return
    if fallback is None or not fallback.applies(ctx, payer, call):
        raise invalid("Payment")
    if not fallback.can_pay(ctx, payer, call, fee):
        raise invalid("Payment")


def withdraw(
    ctx: Context, payer: bytes, call: CallValue, fee: int, tip: int, fallback: FeeFallback | None
) -> Payment:
    """Withdraw `fee`, tip included; the payer keeps the existential deposit."""
    if fee == 0:
        return Payment(payer, tip)
    try:
        with ctx.transaction():
            currency.withdraw(ctx, payer, fee, keep_alive=True)
        return Payment(payer, tip, withdrawn=fee)
    except DispatchFailure:
        if fallback is None or not fallback.applies(ctx, payer, call):
            raise invalid("Payment") from None
    try:
        with ctx.transaction():
            return Payment(payer, tip, receipt=fallback.pay(ctx, payer, call, fee))
    except DispatchFailure:
        raise invalid("Payment") from None


def settle(ctx: Context, payment: Payment, fee: int, fallback: FeeFallback | None) -> None:
    """Refund the surplus, pay the author and deposit the event."""
    if payment.receipt is not NO_RECEIPT and fallback is not None:
        fallback.settle(ctx, payment.payer, payment.receipt)
    elif payment.withdrawn:
        _pay_author(ctx, payment.withdrawn - _refund(ctx, payment, fee))
    ctx.emit(transaction_payment.events.TransactionFeePaid, payment.payer, fee, payment.tip)


def _refund(ctx: Context, payment: Payment, fee: int) -> int:
    """Return the surplus to the payer, unless its account is empty; return the amount."""
    try:
        return currency.refund(ctx, payment.payer, max(payment.withdrawn - fee, 0))
    except DispatchFailure:
        return 0


def _pay_author(ctx: Context, credit: int) -> None:
    if credit == 0:
        return
    who = author(ctx)
    if who is None or not currency.resolve(ctx, who, credit):
        currency.rescind(ctx, credit)
