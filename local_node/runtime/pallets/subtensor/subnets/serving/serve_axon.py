"""`serve_axon` and `serve_axon_tls`: publish the endpoint of a neuron's axon."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.serving.endpoints import check_axon

_MAX_PUBLIC_KEY = 64


def serve_axon(
    ctx: Context,
    origin: Origin,
    netuid: int,
    version: int,
    ip: int,
    port: int,
    ip_type: int,
    protocol: int,
    placeholder1: int,
    placeholder2: int,
) -> None:
    """Signed by the hotkey; `ip` is an integer, `ip_type` 4 or 6."""
    hotkey = ensure_signed(origin)
    check_axon(ctx, hotkey, netuid, ip, port, ip_type)

    axon = {
        "block": ctx.block_number,
        "version": version,
        "ip": ip,
        "port": port,
        "ip_type": ip_type,
        "protocol": protocol,
        "placeholder1": placeholder1,
        "placeholder2": placeholder2,
    }
    ctx.put(storage.Axons, (netuid, hotkey), axon)
    ctx.emit(events.AxonServed, netuid, hotkey)


def serve_axon_tls(
    ctx: Context,
    origin: Origin,
    netuid: int,
    version: int,
    ip: int,
    port: int,
    ip_type: int,
    protocol: int,
    placeholder1: int,
    placeholder2: int,
    certificate: bytes,
) -> None:
    """As `serve_axon`, with a certificate; a malformed one is ignored."""
    serve_axon(
        ctx, origin, netuid, version, ip, port, ip_type, protocol, placeholder1, placeholder2
    )
    # The first byte names the algorithm, the rest is the public key.
    if 1 <= len(certificate) <= 1 + _MAX_PUBLIC_KEY:
        value = {"public_key": certificate[1:], "algorithm": certificate[0]}
        ctx.put(storage.NeuronCertificates, (netuid, ensure_signed(origin)), value)
