"""The token symbol and the name of a subnet."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.subnets.identity.symbol_table import NAMES, SYMBOLS

_UNKNOWN = b"unknown"


def symbol_of(netuid: int) -> bytes:
    """The symbol of the number, used or not."""
    return SYMBOLS[netuid] if netuid < len(SYMBOLS) else SYMBOLS[0]


def next_available_symbol(ctx: Context, netuid: int) -> bytes:
    """The number's own symbol, else the first free one, else that of TAO."""
    used = _used_symbols(ctx)
    own = symbol_of(netuid)
    if own not in used:
        return own
    return next((symbol for symbol in SYMBOLS[1:] if symbol not in used), SYMBOLS[0])


def ensure_symbol_exists(symbol: bytes) -> None:
    ensure(symbol in SYMBOLS[1:], errors.SymbolDoesNotExist)


def ensure_symbol_available(ctx: Context, symbol: bytes) -> None:
    ensure(symbol not in _used_symbols(ctx), errors.SymbolAlreadyInUse)


def name_of(ctx: Context, netuid: int) -> bytes:
    """The name in the subnet's identity, or else that of its number."""
    identity = ctx.get(storage.SubnetIdentitiesV3, netuid)
    if identity is not None and identity["subnet_name"]:
        name: bytes = identity["subnet_name"]
        return name
    return NAMES[netuid] if netuid < len(NAMES) else _UNKNOWN


def _used_symbols(ctx: Context) -> set[bytes]:
    return {symbol for _, symbol in ctx.iter(storage.TokenSymbol)}
