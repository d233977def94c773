"""`bittensor` 10.5 against a running node: it transfers, registers, founds a subnet and stakes.

That SDK has no proof of work any more: its `register` recycles TAO under a limit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "bittensor_script.py"
TAO = 1_000_000_000
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"
FEE = 367_191
"""Of a `transfer_keep_alive` of 1 TAO with a mortal era, as Subtensor charges it."""
BUMP = 1.26
"""How far the price of a place rises with each that is taken (`BurnIncreaseMult`)."""


@pytest.fixture(params=["dev", pytest.param("fast", marks=pytest.mark.slow)])
def chain(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_it_does_here_what_it_does_on_subtensor(
    chain: str, start_node: StartNode, peer_bittensor: Peer, tmp_path: Path
) -> None:
    endpoint, wallets = start_node(chain).endpoint, str(tmp_path / "wallets")
    seen = peer_bittensor.run(SCRIPT, endpoint, wallets, timeout=240, HOME=str(tmp_path))
    _looks(seen["look"], chain)
    transferred = seen["transfer"]
    assert transferred["success"], transferred["message"]
    assert (transferred["fee"], transferred["paid"]) == (FEE, TAO + FEE)
    assert transferred["received"] == TAO
    _registers(seen["burned_register"], seen["register"])
    _founds(seen["register_subnet"], lock=1000 if chain == "fast" else 250)
    _stakes(seen["stake"])
    success, message = seen["fail"]["missing"]
    assert not success
    assert "Not enough stake" in message
    success, message = seen["fail"]["much"]
    assert not success
    assert "Not enough balance" in message


def _looks(seen: dict[str, Any], chain: str) -> None:
    tempo, difficulty, lock = (100, 10_000_000, 1000) if chain == "fast" else (10, 250_000, 250)
    assert seen["is_fast"]
    assert seen["block"]
    assert seen["existential_deposit"] == 500
    assert seen["netuids"] == seen["infos"] == [0, 1]
    assert seen["total_subnets"] == 2
    assert [(netuid, tempo) for netuid, tempo, _, _ in seen["all_subnets"]] == [
        (0, 100),
        (1, tempo),
    ]
    assert seen["subnet"] == [1, tempo]
    assert seen["tempo"] == seen["hyperparameters"] == tempo
    assert (seen["difficulty"], seen["immunity"]) == (difficulty, 4096)
    assert seen["metagraph"] == seen["neurons"] == 1
    assert seen["burn_cost"] == lock * TAO
    assert seen["active"] is (chain == "dev")
    assert seen["transfer_fee"] == FEE - 50  # quoted for a draft without tip, era and nonce
    assert seen["balances"] == {ALICE: 1_000_000 * TAO, BOB: 1_000_000 * TAO}
    assert 0 < seen["recycle"] <= TAO // 10
    assert seen["prices"]["0"] == TAO
    assert abs(seen["prices"]["1"] - TAO) < TAO // 1000  # emission has moved it since the genesis


def _registers(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert first["success"], first["message"]
    price = first["paid"] - first["fee"]
    # Decayed once more at the beginning of the block that the registration is in.
    assert price == pytest.approx(first["price"] * 0.5 ** (1 / first["half_life"]), abs=2)
    assert (first["uid"], first["coldkey"], first["owner"]) == (1, ALICE, ALICE)
    hotkeys = [hotkey for _, hotkey in first["neurons"]]
    assert [uid for uid, _ in first["neurons"]] == [0, 1]
    assert first["lite"] == first["metagraph"] == first["metagraph_info"] == hotkeys
    assert first["registered"]
    assert first["netuids"] == [1]
    assert second["success"], second["message"]
    assert second["uid"] == 2
    assert 1.2 * price < second["paid"] - second["fee"] < BUMP * price


def _founds(founded: dict[str, Any], lock: int) -> None:
    assert founded["success"], founded["message"]
    assert founded["cost"] == lock * TAO
    assert founded["paid"] == founded["cost"] + founded["fee"]
    assert (founded["netuid"], founded["owner"]) == (2, ALICE)
    assert founded["started"], founded["start_message"]
    assert founded["active"]


def _stakes(staked: dict[str, Any]) -> None:
    added, removed, bought = staked["added"], staked["removed"], staked["bought"]
    assert added["success"], added["message"]
    assert staked["held"] == 0
    assert added["paid"] == 10 * TAO + added["fee"]
    assert bought == pytest.approx(staked["quoted"], rel=0.01)
    assert 0 < bought < 10 * TAO  # a new pool has as much alpha as TAO: it slips
    [(netuid, _, amount)] = staked["infos"]
    assert (netuid, amount) == (2, bought)
    assert removed["success"], removed["message"]
    assert staked["left"] == bought - bought // 2
    back = removed["fee"] - removed["paid"]
    assert back == pytest.approx(staked["quoted_back"], rel=0.01)
    assert 0 < -removed["paid"] < 10 * TAO
