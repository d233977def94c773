"""The Babe API, for Ethereum tooling that needs it; the chain itself runs Aura."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Unit
from chain_spec.types.consensus import (
    BabeConfiguration,
    BabeId,
    Epoch,
    OpaqueKeyOwnershipProof,
    SlotsEquivocationProof,
)
from chain_spec.types.substrate import Slot


class BabeApi:
    configuration = Method(BabeConfiguration)
    current_epoch_start = Method(Slot)
    current_epoch = Method(Epoch)
    next_epoch = Method(Epoch)
    generate_key_ownership_proof = Method(
        Option(OpaqueKeyOwnershipProof), slot=Slot, authority_id=BabeId
    )
    submit_report_equivocation_unsigned_extrinsic = Method(
        Option(Unit),
        equivocation_proof=SlotsEquivocationProof,
        key_owner_proof=OpaqueKeyOwnershipProof,
    )


api = Api(BabeApi, version=2)
