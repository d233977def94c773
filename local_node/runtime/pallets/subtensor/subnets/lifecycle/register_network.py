"""`register_network`: create a subnet, owned by the signer."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_creation import create_network


def register_network(ctx: Context, origin: Origin, hotkey: bytes) -> None:
    """The hotkey becomes the subnet's first neuron; the signer pays the lock cost."""
    coldkey = ensure_signed(origin)
    create_network(ctx, coldkey, hotkey, identity=None)
