"""`chainSpec_v1_*`: the name, genesis hash and properties of a chain, constant while it runs."""

from __future__ import annotations

from typing import Any

from local_node.rpc.context import Rpc
from local_node.rpc.methods import Namespace
from local_node.rpc.wire import hex_of

METHODS = Namespace()


@METHODS.method("chainSpec_v1_chainName")
def chain_name(rpc: Rpc) -> str:
    return rpc.identity.chain_name


@METHODS.method("chainSpec_v1_genesisHash")
def genesis_hash(rpc: Rpc) -> str:
    return hex_of(rpc.chain.genesis_hash)


@METHODS.method("chainSpec_v1_properties")
def properties(rpc: Rpc) -> dict[str, Any]:
    """Token symbol, decimals and ss58 prefix."""
    return dict(rpc.identity.properties)
