"""The core API of every runtime: its version, and the execution of blocks."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Unit
from chain_spec.types.substrate import Block, ExtrinsicInclusionMode, Header, RuntimeVersion


class Core:
    version = Method(RuntimeVersion)
    execute_block = Method(Unit, block=Block)
    initialize_block = Method(ExtrinsicInclusionMode, header=Header)


api = Api(Core, version=5)
