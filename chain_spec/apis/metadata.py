"""The metadata, in the versions that the runtime can write."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Vec, u32
from chain_spec.types.substrate import OpaqueMetadata


class Metadata:
    metadata = Method(OpaqueMetadata)
    metadata_at_version = Method(Option(OpaqueMetadata), version=u32)
    metadata_versions = Method(Vec(u32))


api = Api(Metadata, version=2)
