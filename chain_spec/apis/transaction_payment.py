"""The fee of an extrinsic."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import u32, u64
from chain_spec.types.frame import FeeDetails, RuntimeDispatchInfo
from chain_spec.types.substrate import UncheckedExtrinsic, Weight


class TransactionPaymentApi:
    query_info = Method(RuntimeDispatchInfo, uxt=UncheckedExtrinsic, len=u32)
    query_fee_details = Method(FeeDetails, uxt=UncheckedExtrinsic, len=u32)
    query_weight_to_fee = Method(u64, weight=Weight)
    query_length_to_fee = Method(u64, length=u32)


api = Api(TransactionPaymentApi, version=4)
