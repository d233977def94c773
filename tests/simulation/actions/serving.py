"""What neurons say of themselves: endpoints, certificates, EVM keys, commitments, identities."""

from __future__ import annotations

from typing import Any

from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.world import call


def serve(on: Choices) -> Signed | None:
    """An axon, with a certificate or without, or a Prometheus endpoint."""
    netuid = on.netuid()
    hotkey = on.neuron(netuid)
    ip = on.chance.choice((0x01020304, 0x08080808))
    args: dict[str, Any] = {"netuid": netuid, "version": 1, "ip": ip, "port": 8091, "ip_type": 4}
    kind = on.chance.randrange(3)
    if hotkey is None:
        return None
    if kind == 0:
        return hotkey, call("SubtensorModule", "serve_prometheus", **args)
    args |= {"protocol": 4, "placeholder1": 0, "placeholder2": 0}
    if kind == 1:
        return hotkey, call("SubtensorModule", "serve_axon", **args)
    certificate = bytes((1,)) + on.chance.randbytes(32)
    return hotkey, call("SubtensorModule", "serve_axon_tls", **args, certificate=certificate)


def commitment(on: Choices) -> Signed | None:
    """A few raw bytes."""
    netuid = on.netuid()
    hotkey = on.neuron(netuid)
    info = {"fields": [("Raw4", on.chance.randbytes(4))]}
    return hotkey and (hotkey, call("Commitments", "set_commitment", netuid=netuid, info=info))
