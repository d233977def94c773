"""`payment_*`: the fee of an extrinsic."""

from __future__ import annotations

from typing import Any

from btsdk.scale.primitives import compact_read
from local_node.rpc.context import Rpc
from local_node.rpc.errors import DECODE_ERROR, RpcFailure
from local_node.rpc.methods import Namespace
from local_node.rpc.opaque import BadOpaque, opaque
from local_node.rpc.state import runtime_query
from local_node.rpc.wire import read_bytes, read_optional_hash

METHODS = Namespace()

_CLASSES = ("normal", "operational", "mandatory")
_BALANCE_BYTES = 8


@METHODS.method("payment_queryInfo")
def query_info(rpc: Rpc, encoded_xt: Any, at: Any = None) -> dict[str, Any]:
    """Weight, class and fee of an extrinsic, signed or unsigned; without its tip."""
    answer = _ask(rpc, "query_info", encoded_xt, at, "Unable to query dispatch info.")
    ref_time, offset = compact_read(answer, 0)
    proof_size, offset = compact_read(answer, offset)
    fee = int.from_bytes(answer[offset + 1 : offset + 1 + _BALANCE_BYTES], "little")
    return {
        "weight": {"ref_time": ref_time, "proof_size": proof_size},
        "class": _CLASSES[answer[offset]],
        "partialFee": str(fee),
    }


@METHODS.method("payment_queryFeeDetails")
def query_fee_details(rpc: Rpc, encoded_xt: Any, at: Any = None) -> dict[str, Any]:
    """The parts of the fee, in hex; no `inclusionFee` for an extrinsic that pays none."""
    answer = _ask(rpc, "query_fee_details", encoded_xt, at, "Unable to query fee details.")
    if answer[0] == 0:
        return {"inclusionFee": None}
    parts = [
        int.from_bytes(answer[start : start + _BALANCE_BYTES], "little")
        for start in range(1, 1 + 3 * _BALANCE_BYTES, _BALANCE_BYTES)
    ]
    names = ("baseFee", "lenFee", "adjustedWeightFee")
    return {"inclusionFee": {name: hex(part) for name, part in zip(names, parts, strict=True)}}


def _ask(rpc: Rpc, name: str, encoded_xt: Any, at: Any, message: str) -> bytes:
    """The result of a fee API method; `message` is the message of its errors."""
    data, block_hash = read_bytes(encoded_xt, "encoded_xt"), read_optional_hash(at, "at")
    try:
        args = opaque(data) + len(data).to_bytes(4, "little")
    except BadOpaque as error:
        raise RpcFailure(DECODE_ERROR, message, error.debug) from error
    return runtime_query(rpc, f"TransactionPaymentApi_{name}", args, block_hash, message)
