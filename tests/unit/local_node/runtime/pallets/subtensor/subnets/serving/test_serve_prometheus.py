"""Where a neuron serves its numbers."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    refused,
    subnet,
)
from tests.unit.local_node.runtime.support import decoded_events

ENDPOINT = {"netuid": 1, "version": 2, "ip": 0x0808_0808, "port": 8091, "ip_type": 4}


def test_it_is_stored_with_its_block_and_told() -> None:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 100)
    who = subnet(ctx)[1]
    with refused("BadOrigin"):
        call(ctx, root, "serve_prometheus", **ENDPOINT)
    call(ctx, who, "serve_prometheus", **ENDPOINT)
    stored = {name: ENDPOINT[name] for name in ENDPOINT if name != "netuid"}
    assert ctx.get(storage.Prometheus, (1, who)) == {"block": 100, **stored}
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "PrometheusServed", (1, who))
    assert ctx.get(storage.Axons, (1, who)) is None
