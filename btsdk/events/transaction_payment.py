"""The events of TransactionPayment.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.units import Tao


class TransactionFeePaid(
    TypedEvent, pallet="TransactionPayment", name="TransactionFeePaid", shape="9a6fc0afb4519857"
):
    who: str
    actual_fee: Tao
    tip: Tao
