"""Which endpoints are taken, of an axon and of Prometheus."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.serving.neurons import serve


@pytest.mark.parametrize(
    ("ip_type", "ip"),
    [(4, 0x7F00_0001), (4, 0xFFFF_FFFF), (4, 2**32), (6, 1), (6, 2**128 - 1)],
)
@pytest.mark.parametrize("name", ["serve_axon", "serve_prometheus"])
def test_addresses_that_nobody_can_reach(ctx: Context, name: str, ip_type: int, ip: int) -> None:
    with refused(errors.InvalidIpAddress):
        serve(ctx, name, ip_type=ip_type, ip=ip)


@pytest.mark.parametrize("name", ["serve_axon", "serve_prometheus"])
def test_other_refusals(ctx: Context, name: str) -> None:
    with refused(errors.HotKeyNotRegisteredInNetwork):
        serve(ctx, name, signer=key(50))
    with refused(errors.InvalidIpType):
        serve(ctx, name, ip_type=5)
    with refused(errors.InvalidPort):
        serve(ctx, name, port=0)
    serve(ctx, name)
    go_to(ctx, 149)
    with refused(errors.ServingRateLimitExceeded):
        serve(ctx, name)
    go_to(ctx, 150)
    serve(ctx, name)
