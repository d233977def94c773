"""The fee of a call."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import u32, u64
from chain_spec.types.frame import FeeDetails, RuntimeDispatchInfo
from chain_spec.types.substrate import RuntimeCall, Weight


class TransactionPaymentCallApi:
    query_call_info = Method(RuntimeDispatchInfo, call=RuntimeCall, len=u32)
    query_call_fee_details = Method(FeeDetails, call=RuntimeCall, len=u32)
    query_weight_to_fee = Method(u64, weight=Weight)
    query_length_to_fee = Method(u64, length=u32)


api = Api(TransactionPaymentCallApi, version=3)
