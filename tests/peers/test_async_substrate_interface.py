"""`async-substrate-interface` 2 against a running node."""

from __future__ import annotations

from pathlib import Path

import pytest

from chain_spec.chains import load
from tests.peers.conftest import StartNode
from tests.peers.environment import Peer

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "async_substrate_interface_script.py"
TAO = 1_000_000_000
FEE = 367_191
"""Of a `transfer_keep_alive` of 1 TAO with a mortal era, as Subtensor charges it."""


def test_it_does_here_what_it_does_on_subtensor(
    start_node: StartNode, peer_async_substrate_interface: Peer
) -> None:
    seen = peer_async_substrate_interface.run(SCRIPT, start_node("dev").endpoint)
    assert seen["say"]["existential_deposit"] == 500
    assert seen["say"]["properties"]["tokenSymbol"] == "TAO"

    read = seen["read_maps"]
    assert read["accounts"].items() >= dict(load("dev").genesis["balances"]["balances"]).items()
    assert read["tempo"] == {"0": 100, "1": 10}
    assert read["several"] == [1_000_000 * TAO, 0]

    done = seen["transfer"]
    assert done["is_success"]
    assert (done["fee"], done["paid"], done["received"]) == (FEE, TAO + FEE, TAO)
    assert (done["partial_fee"], done["nonce"]) == (367_141, 1)
    assert done["index"] in (2, 3)  # the beacon's pulse may stand before it
    assert done["events"] == [
        ["Balances", "Withdraw"],
        ["Balances", "Transfer"],
        ["Balances", "Deposit"],
        ["Balances", "Deposit"],
        ["TransactionPayment", "TransactionFeePaid"],
        ["System", "ExtrinsicSuccess"],
    ]

    failed = seen["fail"]
    assert failed["is_success"] is False
    assert failed["error"]["name"] == "SubnetNotExists"
    assert failed["paid"] == failed["fee"] > 0
    assert "'code': 1010" in failed["refused"]
    assert "Inability to pay some fees" in failed["refused"]

    for numbers in (seen["watch"]["heads"], seen["watch"]["finalized"]):
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert seen["watch"]["waited"] >= 2
    assert seen["runtime"]["nonce"] == 2
    assert seen["runtime"]["tempo"] == 10
    assert seen["runtime"]["price"] > 0
