"""The off-chain worker, run after each block."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Unit
from chain_spec.types.substrate import Header


class OffchainWorkerApi:
    offchain_worker = Method(Unit, header=Header)


api = Api(OffchainWorkerApi, version=2)
