"""Fees as clients ask for them."""

from __future__ import annotations

import pytest

from tests.unit.local_node.runtime.support import Node


def test_a_call_alone_costs_less_by_its_extensions():
    node = Node()
    call = ("System", ("remark", {"remark": bytes(10)}))
    info = node.call("TransactionPaymentCallApi_query_call_info", call, 119)
    # 1,695,200 of the remark and 67,583,000 of the guard before it
    assert info["weight"] == {"ref_time": 69_278_200, "proof_size": 4_198}
    assert info["partial_fee"] == 54_078 + 119 + 34_639
    details = node.call("TransactionPaymentCallApi_query_call_fee_details", call, 119)
    assert details["inclusion_fee"]["adjusted_weight_fee"] == 34_639


def test_weight_and_length_alone():
    node = Node()
    for api in ("TransactionPaymentApi", "TransactionPaymentCallApi"):
        weight = {"ref_time": 5_000, "proof_size": 1}
        assert node.call(f"{api}_query_weight_to_fee", weight) == 2
        assert node.call(f"{api}_query_length_to_fee", 77) == 77
    most = {"ref_time": 2**64 - 1, "proof_size": 0}
    assert node.call("TransactionPaymentApi_query_weight_to_fee", most) == 2_000_000_000


@pytest.mark.parametrize("mode", ["query_info", "query_fee_details"])
def test_a_query_of_garbage_is_refused(mode: str):
    from local_node.runtime.boundary import RuntimePanic

    with pytest.raises(RuntimePanic, match="Bad input data"):
        Node().call(f"TransactionPaymentApi_{mode}", b"\x84\x00\x01", 3)
