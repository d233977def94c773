"""The flow of TAO into subnets."""

from __future__ import annotations

from btsdk.reads.subnet_emission import TaoFlow, tao_flow
from btsdk.reads.subnets import Fixed
from local_node import LocalChain
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at


def test_a_flow_may_be_negative() -> None:
    chain = Chain(SubnetEmaTaoFlow=(9, -(3 << 63)))
    found = chain.script().play(tao_flow(dev_at(), 1))
    assert found == TaoFlow(Fixed(-(3 << 63), 64), 9)
    assert str(found.rao) == "-1.500000000"
    assert Chain().script().play(tao_flow(dev_at(), 1)) is None


def test_the_flows_of_a_chain() -> None:
    with LocalChain() as chain:
        entries = [[[2], [7, 1 << 64]], [[1], [5, -(1 << 64)]]]
        chain.control.set_storage({"SubtensorModule": {"SubnetEmaTaoFlow": entries}})
        head = chain.client.head()
        assert [str(flow.rao) for flow in head.tao_flows().values()] == [
            "-1.000000000",
            "1.000000000",
        ]
        assert list(head.tao_flows()) == [1, 2]
        assert head.tao_flow(2) == TaoFlow(Fixed(1 << 64, 64), 7)
        assert head.emission_enabled(1) is True
