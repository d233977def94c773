"""`burned_register`: register a hotkey for the subnet's current price."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.registration.admission import register_for_burn


def burned_register(ctx: Context, origin: Origin, netuid: int, hotkey: bytes) -> None:
    """Signed by the paying coldkey; see `admission`."""
    coldkey = ensure_signed(origin)
    register_for_burn(ctx, coldkey, netuid, hotkey)
