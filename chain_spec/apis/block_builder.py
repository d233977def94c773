"""Building a block: inherents, extrinsics, the header at the end."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Result, Unit, Vec
from chain_spec.types.substrate import (
    Block,
    CheckInherentsResult,
    DispatchError,
    Header,
    InherentData,
    TransactionValidityError,
    UncheckedExtrinsic,
)


class BlockBuilder:
    apply_extrinsic = Method(
        Result(Result(Unit, DispatchError), TransactionValidityError), extrinsic=UncheckedExtrinsic
    )
    finalize_block = Method(Header)
    inherent_extrinsics = Method(Vec(UncheckedExtrinsic), inherent=InherentData)
    check_inherents = Method(CheckInherentsResult, block=Block, data=InherentData)


api = Api(BlockBuilder, version=6)
