"""`register_network_with_identity`: create a subnet with an identity."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_creation import (
    Identity,
    create_network,
)


def register_network_with_identity(
    ctx: Context, origin: Origin, hotkey: bytes, identity: Identity | None
) -> None:
    """As `register_network`; fails if the identity is too long."""
    coldkey = ensure_signed(origin)
    create_network(ctx, coldkey, hotkey, identity)
