"""The authorities that finalize blocks."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Tuple, Unit, Vec, u64
from chain_spec.types.consensus import GrandpaEquivocationProof, GrandpaId
from chain_spec.types.substrate import OpaqueValue


class GrandpaApi:
    grandpa_authorities = Method(Vec(Tuple(GrandpaId, u64)))
    submit_report_equivocation_unsigned_extrinsic = Method(
        Option(Unit), equivocation_proof=GrandpaEquivocationProof, key_owner_proof=OpaqueValue
    )
    generate_key_ownership_proof = Method(Option(OpaqueValue), set_id=u64, authority_id=GrandpaId)
    current_set_id = Method(u64)


api = Api(GrandpaApi, version=3)
