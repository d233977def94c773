"""The SDK's results as JSON that a browser can read without loss."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.stakes import Stake
from btsdk.reads.subnets import Fixed
from btsdk.units import Alpha, Tao
from local_node.explorer.to_json import as_json, camel


def test_names_and_amounts() -> None:
    stake = Stake("5C", "5H", 3, Alpha.from_rao(2**60, 3), Alpha.from_rao(0, 3), True)
    assert as_json([stake]) == [
        {
            "coldkey": "5C",
            "hotkey": "5H",
            "netuid": 3,
            "amount": str(2**60),
            "emission": "0",
            "registered": True,
        }
    ]
    assert as_json((Tao.from_rao(7), Fixed(3 << 31, 32), None)) == ["7", "1.500000000", None]
    assert camel("block_at_registration") == "blockAtRegistration"


@given(st.integers())
def test_no_number_is_more_than_javascript_can_hold(number: int) -> None:
    shown = as_json(number)
    assert int(shown) == number
    assert isinstance(shown, str) or abs(float(json.dumps(shown))) < 2**53
