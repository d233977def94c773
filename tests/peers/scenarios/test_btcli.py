"""`btcli` of bittensor-cli 9.23 with `--json-output`: it says what the chain's events say."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk import storage
from btsdk.client import Client
from tests.peers.conftest import StartNode
from tests.peers.environment import Peer
from tests.peers.scenarios.reckoning import TAO

pytestmark = [pytest.mark.peer, pytest.mark.slow]

SCRIPT = Path(__file__).parent / "btcli_stage.py"
NETUID = 2


def rao(shown: float) -> int:
    """An amount as shown, with nine decimals."""
    return round(shown * TAO)


class Btcli:
    """The program, the chain that it talks to, and a client of ours to look the truth up."""

    def __init__(self, program: Path, endpoint: str, home: Path, client: Client) -> None:
        self._program = program
        self._endpoint = endpoint
        self._home = home
        self.client = client

    def __call__(self, *args: str, wallet: str | None = None, network: bool = True) -> Any:
        """The JSON that a command prints."""
        command = [str(self._program), *args, "--json-output"]
        if network:
            command += ["--network", self._endpoint]
        if wallet is not None:
            command += ["--wallet-path", str(self._home / "wallets"), "--wallet-name", wallet]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "HOME": str(self._home)},
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        # Long strings are broken into lines.
        return json.loads(done.stdout, strict=False)

    def events(self, identifier: str, name: str) -> list[Any]:
        """The fields of events of an extrinsic that is named by block and index."""
        block, index = (int(part) for part in identifier.split("-"))
        records = self.client.at(block).storage(storage.system.Events)
        found = []
        for record in records:
            event = record["event"][1]
            if record["phase"] == ("ApplyExtrinsic", index) and event[0] == name:
                found.append(event[1])
        return found

    def free(self, address: str, block: int | None = None) -> int:
        view = self.client.head() if block is None else self.client.at(block)
        return view.balance(address).free.rao

    def stake(self, coldkey: str, hotkey: str) -> int:
        return self.client.head().stake(coldkey, hotkey, NETUID).rao


@pytest.fixture
def keys(start_node: StartNode, peer_bittensor: Peer, tmp_path: Path) -> dict[str, Any]:
    """The chain, prepared; whose keys are whose, and where the chain is."""
    endpoint = start_node("fast").endpoint
    seen = peer_bittensor.run(
        SCRIPT, endpoint, str(tmp_path / "wallets"), timeout=240, HOME=str(tmp_path)
    )
    return {**seen["prepare"], "endpoint": endpoint}


@pytest.fixture
def btcli(keys: dict[str, Any], peer_btcli: Peer, tmp_path: Path) -> Iterator[Btcli]:
    with Client(keys["endpoint"]) as client:
        yield Btcli(peer_btcli.python.parent / "btcli", keys["endpoint"], tmp_path, client)


def test_btcli(btcli: Btcli, keys: dict[str, Any]) -> None:
    assert keys["netuid"] == NETUID
    _looks_at_wallets(btcli, keys)
    _looks_at_subnets(btcli)
    _transfers(btcli, keys)
    _stakes(btcli, keys)


def _looks_at_wallets(btcli: Btcli, keys: dict[str, Any]) -> None:
    coldkey, hotkey = keys["bob"]
    listed = btcli("wallet", "list", wallet="bob", network=False)["wallets"]
    assert {each["name"]: each["ss58_address"] for each in listed}["bob"] == coldkey
    balance = btcli("wallet", "balance", wallet="bob")["balances"]["bob"]
    assert balance["coldkey"] == coldkey
    assert rao(balance["free"]) == rao(balance["total"]) == btcli.free(coldkey)
    assert balance["staked"] == 0
    [subnet] = btcli("wallet", "overview", wallet="bob")["subnets"]
    [neuron] = subnet["neurons"]
    assert (subnet["netuid"], subnet["tempo"]) == (NETUID, 5_000)
    assert (neuron["uid"], neuron["hotkey_ss58"], neuron["stake"]) == (1, hotkey, 0)


def _looks_at_subnets(btcli: Btcli) -> None:
    listed = btcli("subnets", "list")
    assert listed["total_netuids"] == 3
    truth = btcli.client.head().subnet(NETUID)
    assert truth is not None
    shown = listed["subnets"][str(NETUID)]
    assert rao(shown["liquidity"]["tao_in"]) == truth.tao_in.rao
    assert rao(shown["liquidity"]["alpha_in"]) == truth.alpha_in.rao
    # A price is TAO over alpha in a pool of equal weights.
    assert shown["price"] == pytest.approx(truth.tao_in.rao / truth.alpha_in.rao, abs=1e-9)
    assert shown["tempo"]["sn_tempo"] == 5_000
    one = btcli("subnets", "show", "--netuid", str(NETUID), "--no-prompt")
    assert one["netuid"] == NETUID
    assert [each["uid"] for each in one["uids"]] == [0, 1]
    hyperparameters = btcli("subnets", "hyperparameters", "--netuid", str(NETUID))
    values = {each["hyperparameter"]: each["value"] for each in hyperparameters}
    assert (values["tempo"], values["max_validators"], values["kappa"]) == (5_000, 64, 32_767)


def _transfers(btcli: Btcli, keys: dict[str, Any]) -> None:
    bob, charlie = keys["bob"][0], keys["charlie"][0]
    answer = btcli(
        "wallet", "transfer", "--destination", charlie, "--amount", "2", "--no-prompt", wallet="bob"
    )
    assert answer["success"]
    identifier = answer["extrinsic_identifier"]
    [fee] = btcli.events(identifier, "TransactionFeePaid")
    block = int(identifier.split("-")[0])
    assert btcli.free(charlie, block) - btcli.free(charlie, block - 1) == 2 * TAO
    paid = btcli.free(bob, block - 1) - btcli.free(bob, block)
    assert paid == 2 * TAO + fee["actual_fee"]


def _stakes(btcli: Btcli, keys: dict[str, Any]) -> None:
    coldkey, hotkey = keys["bob"]
    where = ("--hotkey", "default", "--netuid", str(NETUID), "--no-mev-protection", "--no-prompt")
    added = btcli("stake", "add", "--amount", "10", "--unsafe", *where, wallet="bob")
    assert added["staking_success"] == {str(NETUID): {hotkey: True}}
    identifier = added["extrinsic_ids"][str(NETUID)][hotkey]
    [[_, _, tao, bought, _, _]] = btcli.events(identifier, "StakeAdded")
    assert tao == 10 * TAO
    assert _shown_stake(btcli, hotkey) == btcli.stake(coldkey, hotkey) == bought

    [removed] = btcli("stake", "remove", "--amount", "4", "--unsafe", *where, wallet="bob")
    assert removed["success"]
    assert (removed["netuid"], removed["unstake_amount"]) == (NETUID, 4.0)
    [[_, _, back, *_]] = btcli.events(removed["extrinsic_identifier"], "StakeRemoved")
    [fee] = btcli.events(removed["extrinsic_identifier"], "TransactionFeePaid")
    block = int(removed["extrinsic_identifier"].split("-")[0])
    gained = btcli.free(coldkey, block) - btcli.free(coldkey, block - 1)
    assert gained == back - fee["actual_fee"]
    left = bought - 4 * TAO
    assert btcli.stake(coldkey, hotkey) == left

    safe = ("--safe", "--tolerance", "0.1", "--partial")
    added = btcli("stake", "add", "--amount", "3", *safe, *where, wallet="bob")
    identifier = added["extrinsic_ids"][str(NETUID)][hotkey]
    [[_, _, tao, more, _, _]] = btcli.events(identifier, "StakeAdded")
    assert tao == 3 * TAO
    assert _shown_stake(btcli, hotkey) == left + more


def _shown_stake(btcli: Btcli, hotkey: str) -> int:
    shown = btcli("stake", "list", "--no-prompt", wallet="bob")
    [stake] = shown["stake_info"][hotkey]
    assert stake["netuid"] == NETUID
    assert stake["registered"]
    assert stake["value"] == pytest.approx(stake["stake_value"] * stake["rate"], abs=2e-9)
    return rao(stake["stake_value"])
