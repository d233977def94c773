"""`update_symbol`: the owner chooses another free symbol for the subnet's token."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame import Context, Origin
from local_node.runtime.pallets.subtensor.owners import ensure_owner_or_root
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import (
    ensure_symbol_available,
    ensure_symbol_exists,
)


def update_symbol(ctx: Context, origin: Origin, netuid: int, symbol: bytes) -> None:
    """The symbol must be in the chain's table and not used by another subnet."""
    ensure_owner_or_root(ctx, origin, netuid)
    ensure_symbol_exists(symbol)
    ensure_symbol_available(ctx, symbol)

    ctx.put(storage.TokenSymbol, netuid, symbol)
    ctx.emit(events.SymbolUpdated, netuid=netuid, symbol=symbol)
