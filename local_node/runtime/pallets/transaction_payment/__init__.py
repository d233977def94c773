"""Pallet `TransactionPayment` (index 6): the fee multiplier, which is always one.

`local_node.runtime.fees` computes and charges fees; the executive answers queries.
"""

from __future__ import annotations

from chain_spec.pallets import transaction_payment
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    transaction_payment.pallet,
    hooks=later(__name__, "multiplier.HOOKS"),
    genesis=later(__name__, "multiplier.genesis"),
)
