from __future__ import annotations

import json
from decimal import ROUND_HALF_DOWN, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.fees.formula import weight_to_fee
from tests.unit.local_node.runtime.support import ALICE, BOB, Node

ERA = ("Mortal", (64, 0))
HOTKEY = bytes(range(32))

CALLS: dict[str, Any] = {
    "Balances.transfer_keep_alive": {"dest": ("Id", BOB.public_key), "value": 1_000_000_000},
    "SubtensorModule.add_stake": {"hotkey": HOTKEY, "netuid": 1, "amount_staked": 5},
    "SubtensorModule.burned_register": {"netuid": 1, "hotkey": HOTKEY},
    "SubtensorModule.set_weights": {
        "netuid": 1,
        "dests": [0, 1, 2],
        "weights": [1, 2, 3],
        "version_key": 0,
    },
    "System.remark": {"remark": bytes(10)},
}


@given(st.integers(min_value=0, max_value=2**63))
def test_half_a_rao_in_a_thousand_is_rounded_half_down(weight: int):
    exact = Decimal(weight) * Decimal("0.0005")
    with_context = exact.quantize(Decimal(1), rounding=ROUND_HALF_DOWN)
    assert weight_to_fee(weight) == int(with_context)


def test_the_examples_to_the_rao(shared_data: Path):
    data = json.loads((shared_data / "weights-425.json").read_text())
    node = Node()
    for example in data["examples"]["list"]:
        pallet, name = example["call"].split(".")
        extrinsic = node.sign(ALICE, (pallet, (name, CALLS[example["call"]])), era=ERA)
        length = example["encoded_length"]
        assert len(extrinsic) + 2 == length, example["call"]
        info = node.call("TransactionPaymentApi_query_info", extrinsic, length)
        assert info["partial_fee"] == example["inclusion_fee"], example["call"]
        assert info["weight"]["ref_time"] == example["total_ref_time"]
        details = node.call("TransactionPaymentApi_query_fee_details", extrinsic, length)
        parts = details["inclusion_fee"]
        if example["inclusion_fee"] == 0:
            assert parts is None
        else:
            assert parts == {
                "base_fee": example["base_fee"],
                "len_fee": example["len_fee"],
                "adjusted_weight_fee": example["weight_fee"],
            }


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


def test_unsigned_extrinsics_cost_nothing():
    node = Node()
    node.slot = 1
    (inherent,) = node.inherents()
    info = node.call("TransactionPaymentApi_query_info", inherent, len(inherent) + 1)
    assert info["partial_fee"] == 0
    assert info["class"] == "Mandatory"


@pytest.mark.parametrize("mode", ["query_info", "query_fee_details"])
def test_a_query_of_garbage_is_refused(mode: str):
    from local_node.runtime.boundary import RuntimePanic

    with pytest.raises(RuntimePanic, match="Bad input data"):
        Node().call(f"TransactionPaymentApi_{mode}", b"\x84\x00\x01", 3)
