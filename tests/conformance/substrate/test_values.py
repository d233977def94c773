"""The comparison tells equal values from others."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.scale import Some
from tests.conformance.substrate.values import same

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
KEY = bytes.fromhex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")
EVENT = {"module_id": "Balances", "event_id": "Issued", "attributes": {"amount": 5}}


@pytest.mark.parametrize(
    ("ours", "theirs", "other"),
    [
        (5, 5, 6),
        (True, True, 1),
        (1, 1, True),
        (5, {"bits": 5}, {"bits": 6}),
        (None, None, 0),
        (KEY, ALICE, "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"),
        (b"ab", "ab", "abc"),
        (b"ab", "0x6162", "0x6163"),
        (b"ab", [97, 98], [97, 99]),
        ([97, 98], "ab", "ac"),
        ([1, 2], [1, 2], [1, 2, 3]),
        ((1, KEY), [1, ALICE], [2, ALICE]),
        ({"a": 1}, {"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 1}),
        ("Any", "Any", "Owner"),
        (("Raw2", b"ab"), {"Raw2": "0x6162"}, {"Raw3": "0x6162"}),
        (("Raw2", b"ab"), {"Raw2": "ab"}, {"Raw2": "ac"}),
        (Some(None), None, 1),
        ([], [], [1]),
        (("Balances", ("Issued", {"amount": 5})), EVENT, {**EVENT, "event_id": "Minted"}),
        (("Balances", ("Issued", {"amount": 5})), EVENT, {**EVENT, "attributes": {"amount": 6}}),
    ],
)
def test_it_tells_equal_values_from_others(ours: Any, theirs: Any, other: Any) -> None:
    assert same(ours, theirs)
    assert not same(ours, other)
