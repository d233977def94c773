"""What the tests of this folder share."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, subnet

AXON = {
    "netuid": 1,
    "version": 2,
    "ip": 0x0808_0808,
    "port": 8091,
    "ip_type": 4,
    "protocol": 4,
    "placeholder1": 0,
    "placeholder2": 0,
}


PROMETHEUS = {name: AXON[name] for name in ("netuid", "version", "ip", "port", "ip_type")}


def serve(ctx: Context, name: str = "serve_axon", **changed: Any) -> None:
    args = PROMETHEUS if name == "serve_prometheus" else AXON
    call(ctx, changed.pop("signer", subnet(ctx)[1]), name, **{**args, **changed})
