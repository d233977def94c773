"""A chain with a subnet and transfers, for the explorer."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from tests.wire import Wire, WireError

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")


EVIL = "<img src=x onerror=alert(1)>"


SCAFFOLD = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "5000"

[[subnets]]
owner = "alice"
hotkey = "//Alice//subnet"

[[subnets.neurons]]
count = 3
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
stake = "10"
weights = { 0 = 1, 2 = 3 }
"""


NETUID = 2


def code(node: Wire, method: str, *params: Any) -> int:
    """The code of the error that a request is answered with."""
    with pytest.raises(WireError) as refused:
        node.call(method, *params)
    return refused.value.code


def last_signed(node: Wire, name: str) -> dict[str, Any]:
    """The newest extrinsic of that name."""
    found = node.call("explorer_activity", ALICE.ss58_address)["extrinsics"]
    return next(item for item in found if item["name"] == name)
