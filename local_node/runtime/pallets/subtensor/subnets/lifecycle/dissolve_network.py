"""`dissolve_network` and `root_dissolve_network`: dissolve a subnet; both are root only."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.subtensor.subnets.lifecycle.dissolution import dissolve


def dissolve_network(ctx: Context, origin: Origin, coldkey: bytes, netuid: int) -> None:
    """The coldkey is ignored; it named the owner while owners could make this call."""
    ensure_root(origin)
    dissolve(ctx, netuid)


def root_dissolve_network(ctx: Context, origin: Origin, netuid: int) -> None:
    ensure_root(origin)
    dissolve(ctx, netuid)
