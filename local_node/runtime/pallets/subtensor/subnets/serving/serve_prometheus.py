"""`serve_prometheus`: publish the endpoint of a neuron's metrics."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.serving.endpoints import check_prometheus


def serve_prometheus(
    ctx: Context, origin: Origin, netuid: int, version: int, ip: int, port: int, ip_type: int
) -> None:
    """Signed by the hotkey; `ip` is an integer, `ip_type` 4 or 6."""
    hotkey = ensure_signed(origin)
    check_prometheus(ctx, hotkey, netuid, ip, port, ip_type)

    endpoint = {
        "block": ctx.block_number,
        "version": version,
        "ip": ip,
        "port": port,
        "ip_type": ip_type,
    }
    ctx.put(storage.Prometheus, (netuid, hotkey), endpoint)
    ctx.emit(events.PrometheusServed, netuid, hotkey)
