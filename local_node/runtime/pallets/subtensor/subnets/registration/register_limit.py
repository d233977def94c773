"""`register_limit`: register a hotkey up to a price limit."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.registration.admission import (
    ensure_subnet_to_register_on,
    register_for_burn,
)


def register_limit(
    ctx: Context, origin: Origin, netuid: int, hotkey: bytes, limit_price: int
) -> None:
    """`limit_price` is in rao, and compared with the price in this block; inclusive."""
    coldkey = ensure_signed(origin)
    ensure_subnet_to_register_on(ctx, netuid)
    price = ctx.get(storage.Burn, netuid)
    ensure(price <= limit_price, errors.RegistrationPriceLimitExceeded)
    register_for_burn(ctx, coldkey, netuid, hotkey)
