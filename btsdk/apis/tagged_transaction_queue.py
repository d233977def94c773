"""The methods of TaggedTransactionQueue.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

validate_transaction: ApiMethod[[v.TransactionSource, bytes, bytes], v.VariantValue] = ApiMethod(
    "TaggedTransactionQueue", "validate_transaction", "14cb712f5fd900f2"
)
