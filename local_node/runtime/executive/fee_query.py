"""`TransactionPaymentApi` and `TransactionPaymentCallApi`: the fee of an extrinsic or a call.

The tip is not included. The weight is that before dispatch, although a call may report less later.
"""

from __future__ import annotations

from typing import Any

from local_node.runtime.executive.blocks import Blocks
from local_node.runtime.fees.formula import capped, inclusion_fee, length_to_fee, weight_to_fee
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchInfo
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.weight import ZERO, Weight


class FeeQueries:
    """Fee queries, from the same weights and formula as the charged fees."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks

    def query_info(self, ctx: Context, uxt: bytes, len: int) -> dict[str, Any]:
        """The weight, class and fee of an extrinsic of this length; an unsigned one pays no fee."""
        is_signed, info, extension = self._weigh(uxt)
        return _info(ctx, info, info.call_weight.plus(extension), len, is_signed)

    def query_fee_details(self, ctx: Context, uxt: bytes, len: int) -> dict[str, Any]:
        """The parts of the fee."""
        is_signed, info, extension = self._weigh(uxt)
        return _details(ctx, info, info.call_weight.plus(extension), len, is_signed)

    def query_call_info(self, ctx: Context, call: CallValue, len: int) -> dict[str, Any]:
        """The same for a call, without the weight of the signature check."""
        info = self._blocks.assembly.dispatch_info(call)
        return _info(ctx, info, info.call_weight, len, True)

    def query_call_fee_details(self, ctx: Context, call: CallValue, len: int) -> dict[str, Any]:
        """The parts of a call's fee."""
        info = self._blocks.assembly.dispatch_info(call)
        return _details(ctx, info, info.call_weight, len, True)

    def query_weight_to_fee(self, ctx: Context, weight: dict[str, int]) -> int:
        """The fee for a weight."""
        return weight_to_fee(capped(ctx, Weight(weight["ref_time"], weight["proof_size"])).ref_time)

    def query_length_to_fee(self, ctx: Context, length: int) -> int:
        """The fee for a length in bytes."""
        return length_to_fee(length)

    def _weigh(self, uxt: bytes) -> tuple[bool, DispatchInfo, Weight]:
        extrinsic = self._blocks.decode(uxt)
        info = self._blocks.assembly.dispatch_info(extrinsic.call)
        if extrinsic.signed is None:
            return False, info, ZERO
        extension = self._blocks.pipeline.weight(extrinsic.call, extrinsic.signed.extra)
        return True, info, extension


def _info(
    ctx: Context, info: DispatchInfo, weight: Weight, length: int, is_signed: bool
) -> dict[str, Any]:
    pays = is_signed and info.pays
    return {
        "weight": weight.value(),
        "class": info.kind,
        "partial_fee": inclusion_fee(ctx, info.kind, weight, length).total if pays else 0,
    }


def _details(
    ctx: Context, info: DispatchInfo, weight: Weight, length: int, is_signed: bool
) -> dict[str, Any]:
    pays = is_signed and info.pays
    fee = inclusion_fee(ctx, info.kind, weight, length).value() if pays else None
    return {"inclusion_fee": fee, "tip": 0}
