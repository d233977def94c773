"""The identity of a chain: its names, version and units."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.errors import ProtocolError
from btsdk.rpc.effects import Json, Program, RpcBatch, RpcCall, ask
from btsdk.state.block_context import BlockContext

_MOST_DIGITS = 10


@dataclass(frozen=True)
class ChainInfo:
    """A node's description of its chain and of itself, at one block."""

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


def chain_info(
    at: BlockContext, network: str, endpoint: str, genesis_hash: str
) -> Program[ChainInfo]:
    """The chain info at the best block, in one batch of requests."""
    names = ("system_chain", "system_name", "system_version", "system_properties")
    chain, name, version, properties = yield from ask(RpcBatch(tuple(RpcCall(n) for n in names)))
    if not isinstance(properties, dict):
        properties = {}
    return ChainInfo(
        network=network,
        endpoint=endpoint,
        chain=str(chain),
        genesis_hash=genesis_hash,
        spec_name=at.runtime.spec_name,
        spec_version=at.runtime.spec_version,
        node=f"{name} {version}",
        block=at.number,
        ss58_prefix=_number(properties, "ss58Format", 42),
        token=str(_first(properties.get("tokenSymbol"), "TAO")),
        decimals=_number(properties, "tokenDecimals", 9),
    )


def _number(properties: dict[str, Json], name: str, default: int) -> int:
    value = _first(properties.get(name), default)
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS):
        raise ProtocolError(f"system_properties answered {value[:80]!r} as {name}")
    return int(value)


def _first(value: object, default: object) -> str:
    """The first value of a property, which may be a list or missing."""
    if isinstance(value, list):
        value = value[0] if value else None
    return str(default if value is None else value)
