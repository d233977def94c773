"""Flows of TAO: signed, apart, and within 64 bits."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.coinbase.flows import (
    record_protocol_inflow,
    record_protocol_outflow,
    record_tao_inflow,
    record_tao_outflow,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context


def test_stakers_and_the_protocol_are_counted_apart() -> None:
    ctx = dev_context()
    record_tao_inflow(ctx, 1, 10)
    record_tao_outflow(ctx, 1, 25)
    record_protocol_inflow(ctx, 1, 7)
    record_protocol_outflow(ctx, 1, 3)
    assert ctx.get(storage.SubnetTaoFlow, 1) == -15
    assert ctx.get(storage.SubnetProtocolFlow, 1) == 4


def test_both_ends_hold() -> None:
    ctx = dev_context()
    for _ in range(2):
        record_tao_inflow(ctx, 1, 2**64 - 1)
        record_protocol_outflow(ctx, 1, 2**64 - 1)
    assert ctx.get(storage.SubnetTaoFlow, 1) == 2**63 - 1
    assert ctx.get(storage.SubnetProtocolFlow, 1) == -(2**63)
