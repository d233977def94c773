"""The constants of TransactionPayment.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

OperationalFeeMultiplier: Constant[int] = Constant(
    "TransactionPayment", "OperationalFeeMultiplier", "d503333a66eb0308"
)
