"""What any runtime answers: its version, and blocks to execute."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Unit
from chain_spec.types.substrate import Block, ExtrinsicInclusionMode, Header, RuntimeVersion


class Core:
    version = Method(RuntimeVersion)
    execute_block = Method(Unit, block=Block)
    initialize_block = Method(ExtrinsicInclusionMode, header=Header)


api = Api(Core, version=5)
