"""The events of TransactionPayment.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class TransactionFeePaid(
    TypedEvent, pallet="TransactionPayment", name="TransactionFeePaid", shape="9a6fc0afb4519857"
):
    who: v.AccountId
    actual_fee: int
    tip: int
