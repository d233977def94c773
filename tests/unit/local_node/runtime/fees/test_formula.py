from __future__ import annotations

import json
from decimal import ROUND_HALF_DOWN, Decimal
from pathlib import Path
from typing import Any

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


def test_unsigned_extrinsics_cost_nothing():
    node = Node()
    node.slot = 1
    (inherent,) = node.inherents()
    info = node.call("TransactionPaymentApi_query_info", inherent, len(inherent) + 1)
    assert info["partial_fee"] == 0
    assert info["class"] == "Mandatory"
