"""`TaggedTransactionQueue`: the validation of extrinsics for the pool, with their priority."""

from __future__ import annotations

from typing import Any

from local_node.runtime.executive.blocks import Blocks
from local_node.runtime.executive.extrinsics import Extrinsic
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchInfo
from local_node.runtime.frame.validity import Refusal, ValidTransaction, invalid, unknown
from local_node.runtime.pallets.system import block, limits


class PoolValidation:
    """Validates extrinsics for the next block, on a state that is rolled back afterwards."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks

    def validate_transaction(
        self, ctx: Context, source: str, tx: bytes, block_hash: bytes
    ) -> tuple[str, Any]:
        """Validate an extrinsic; `block_hash` is the hash of the block whose state is used."""
        extrinsic = self._blocks.decode(tx)
        ctx.ext.begin()
        try:
            block.look_ahead(ctx, ctx.block_number + 1, block_hash)
            return ("Ok", self._validate(ctx, source, extrinsic).value())
        except Refusal as refusal:
            return ("Err", refusal.value())
        finally:
            ctx.ext.rollback()

    def _validate(self, ctx: Context, source: str, extrinsic: Extrinsic) -> ValidTransaction:
        weighed = self._blocks.weigh(extrinsic)
        info, transaction = weighed.info, self._blocks.check(ctx, extrinsic, weighed)
        if info.kind == "Mandatory":
            raise invalid("MandatoryValidation")
        if transaction is None:
            return self._validate_bare(ctx, source, extrinsic, info)
        assert extrinsic.signed is not None
        return self._blocks.pipeline.validate(ctx, transaction, extrinsic.signed.extra)

    def _validate_bare(
        self, ctx: Context, source: str, extrinsic: Extrinsic, info: DispatchInfo
    ) -> ValidTransaction:
        limits.check_extrinsic(ctx, info.kind, info.call_weight, extrinsic.length)
        pallet, inner = extrinsic.call
        name, args = (inner, {}) if isinstance(inner, str) else inner
        validate = self._blocks.unsigned_validator(pallet)
        if validate is None:
            raise unknown("NoUnsignedValidator")
        valid: ValidTransaction = validate(ctx, source, name, args)
        return valid
