"""Endpoints are looked at before their calls run."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)

ENDPOINT = {"netuid": 1, "version": 1, "ip": 0x0808_0808, "port": 80, "ip_type": 4}


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 100)
    return ctx


@pytest.mark.parametrize("name", ["serve_axon", "serve_axon_tls", "serve_prometheus"])
def test_who_and_where(ctx: Context, name: str) -> None:
    def check(who: bytes, **changed: int) -> None:
        check_call(ctx, who, ("SubtensorModule", (name, {**ENDPOINT, **changed})))

    hotkey = subnet(ctx)[1]
    check(hotkey)
    with refused(errors.HotKeyNotRegisteredInNetwork):
        check(key(50))
    with refused(errors.InvalidIpAddress):
        check(hotkey, ip=0x7F00_0001)
    with refused(errors.InvalidPort):
        check(hotkey, port=0)


def test_zero_is_an_address_of_an_axon_alone(ctx: Context) -> None:
    nowhere = {**ENDPOINT, "ip": 0}
    check_call(ctx, subnet(ctx)[1], ("SubtensorModule", ("serve_axon", nowhere)))
    with refused(errors.InvalidIpAddress):
        check_call(ctx, subnet(ctx)[1], ("SubtensorModule", ("serve_prometheus", nowhere)))
