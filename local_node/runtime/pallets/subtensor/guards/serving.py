"""The guard of endpoints: registered, valid, within the rate limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.serving.endpoints import (
    check_axon,
    check_prometheus,
)

APPLIES_TO = frozenset({"serve_axon", "serve_axon_tls", "serve_prometheus"})


def check(ctx: Context, who: bytes, name: str, args: Mapping[str, Any]) -> None:
    check_endpoint = check_prometheus if name == "serve_prometheus" else check_axon
    check_endpoint(ctx, who, args["netuid"], args["ip"], args["port"], args["ip_type"])
