"""The methods of TransactionPaymentApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

query_info: ApiMethod[[bytes, int], v.RuntimeDispatchInfo] = ApiMethod(
    "TransactionPaymentApi", "query_info", "5413010e97ee13fd"
)
query_fee_details: ApiMethod[[bytes, int], v.FeeDetails] = ApiMethod(
    "TransactionPaymentApi", "query_fee_details", "19ac8a71cac5f839"
)
query_weight_to_fee: ApiMethod[[v.Weight], int] = ApiMethod(
    "TransactionPaymentApi", "query_weight_to_fee", "1084928855b26626"
)
query_length_to_fee: ApiMethod[[int], int] = ApiMethod(
    "TransactionPaymentApi", "query_length_to_fee", "3acfc401f89e38f5"
)
