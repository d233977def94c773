"""Which chain this is: its names, version and units."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.rpc.effects import Batch, Call, Program, ask
from btsdk.state.pinned import At


@dataclass(frozen=True)
class ChainInfo:
    """What the node says of its chain and itself, at one block."""

    network: str
    endpoint: str
    chain: str
    genesis_hash: str
    spec_name: str
    spec_version: int
    node: str
    block: int
    ss58_prefix: int
    token: str
    decimals: int


def chain_info(at: At, network: str, endpoint: str, genesis_hash: str) -> Program[ChainInfo]:
    """One batch of questions to the node."""
    names = ("system_chain", "system_name", "system_version", "system_properties")
    chain, name, version, properties = yield from ask(Batch(tuple(Call(n) for n in names)))
    properties = properties or {}
    return ChainInfo(
        network=network,
        endpoint=endpoint,
        chain=str(chain),
        genesis_hash=genesis_hash,
        spec_name=at.runtime.spec_name,
        spec_version=at.runtime.spec_version,
        node=f"{name} {version}",
        block=at.number,
        ss58_prefix=int(_first(properties.get("ss58Format"), 42)),
        token=str(_first(properties.get("tokenSymbol"), "TAO")),
        decimals=int(_first(properties.get("tokenDecimals"), 9)),
    )


def _first(value: object, default: object) -> str:
    """Properties are a value or a list of them, and may be missing."""
    if isinstance(value, list):
        value = value[0] if value else None
    return str(default if value is None else value)
