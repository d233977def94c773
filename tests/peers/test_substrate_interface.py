"""`substrate-interface` 1.8 against a running node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer
from tests.runtimes import RUNTIMES, Ground

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "substrate_interface_script.py"
TAO = 1_000_000_000
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"
AUTHOR = "5Fxune7f71ZbpP2FoY3mhYcmM596Erhv1gRue4nsPwkxMR4n"


@pytest.mark.parametrize("ground", RUNTIMES)
def test_it_does_here_what_it_does_on_subtensor(
    start_node: StartNode, peer_substrate_interface: Peer, ground: Ground
) -> None:
    node = ground.ready(start_node(ground.chain))
    seen = peer_substrate_interface.run(SCRIPT, node.endpoint)
    _says(seen["say"], ground.name)
    _reads(seen["read_maps"], ground)
    _transfers(seen["transfer"], ground)
    _fails(seen["fail"])
    _watches(seen["watch"])
    assert seen["runtime"] == {
        "nonce": 2,
        "version": ground.spec_version,
        "rpc_version": ground.spec_version,
        "raw": "0x" + (3000 if ground.is_compiled else 250).to_bytes(8, "little").hex(),
    }


def _says(said: dict[str, Any], name: str) -> None:
    assert said["chain"] == name
    assert said["token"] == ["TAO", 9, 42]
    assert said["existential_deposit"] == 500
    assert {"author_submitAndWatchExtrinsic", "state_getKeysPaged"} <= set(said["methods"])


def _reads(read: dict[str, Any], ground: Ground) -> None:
    assert read["first_page"] == 4
    assert read["accounts"].items() >= ground.accounts().items()
    assert read["tempo"] == {str(netuid): tempo for netuid, tempo in ground.tempos().items()}
    assert read["keys_of_root"] == [list(found) for found in enumerate(ground.root_keys())]
    alice, nobody, number = read["multi"]
    assert alice["data"]["free"] == read["accounts"][ALICE]
    assert (nobody["nonce"], nobody["providers"], nobody["data"]["free"]) == (0, 0, 0)
    assert number >= 0


def _transfers(done: dict[str, Any], ground: Ground) -> None:
    assert done["is_success"]
    assert done["finalized"]
    assert (done["fee"], done["paid"], done["received"]) == (ground.fee, TAO + ground.fee, TAO)
    _estimates(done["payment_info"], ground)
    assert done["nonce"] == 1
    assert done["length"] == 145
    assert done["index"] == len(done["calls"]) - 1
    assert done["calls"][0] == ["Timestamp", "set", None]
    assert done["calls"][-1] == ["Balances", "transfer_keep_alive", 0]
    moved = {"from": ALICE, "to": BOB, "amount": TAO}
    paid = {"who": ALICE, "actual_fee": ground.fee, "tip": 0}
    events = done["events"]
    assert ["Balances", "Transfer", moved] in events
    assert ["TransactionPayment", "TransactionFeePaid", paid] in events
    to_author = ["Balances", "Deposit", {"who": AUTHOR, "amount": ground.fee}]
    assert (to_author in events) is not ground.is_compiled  # 218 burns the fee
    assert events[-1][:2] == ["System", "ExtrinsicSuccess"]


def _estimates(info: dict[str, Any], ground: Ground) -> None:
    """A draft of the library is signed without an era, so it is shorter than what is sent."""
    weight = {"ref_time": 625_839_000, "proof_size": 15_582}
    shorter = 50
    if ground.is_compiled:
        weight, shorter = {"ref_time": 163_159_000, "proof_size": 3593}, 1
    assert info == {"weight": weight, "class": "Normal", "partialFee": ground.fee - shorter}


def _fails(failed: dict[str, Any]) -> None:
    assert failed["is_success"] is False
    assert failed["error"]["type"] == "Module"
    assert failed["error"]["name"] == "NotFound"
    assert failed["paid"] == failed["fee"] > 0
    assert failed["refused"] == {
        "code": 1010,
        "message": "Invalid Transaction",
        "data": "Inability to pay some fees (e.g. account balance too low)",
    }


def _watches(watched: dict[str, Any]) -> None:
    for numbers in watched.values():
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert len(watched["heads"]) >= 3
