"""The methods of TransactionPaymentCallApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.descriptors.calls import TypedCall

query_call_info: ApiMethod[[TypedCall, int], v.RuntimeDispatchInfo] = ApiMethod(
    "TransactionPaymentCallApi", "query_call_info", "cf1aa50178898b61"
)
query_call_fee_details: ApiMethod[[TypedCall, int], v.FeeDetails] = ApiMethod(
    "TransactionPaymentCallApi", "query_call_fee_details", "53064648a647883c"
)
query_weight_to_fee: ApiMethod[[v.Weight], int] = ApiMethod(
    "TransactionPaymentCallApi", "query_weight_to_fee", "1084928855b26626"
)
query_length_to_fee: ApiMethod[[int], int] = ApiMethod(
    "TransactionPaymentCallApi", "query_length_to_fee", "3acfc401f89e38f5"
)
