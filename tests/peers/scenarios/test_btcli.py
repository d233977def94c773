"""`btcli` of bittensor-cli 9.23 with `--json-output`: it says what the chain's events say."""

from __future__ import annotations

import json
import math
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk import constants, storage
from btsdk.client import Client
from btsdk.keys import ss58
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
    _locks(btcli, keys)
    _children(btcli, keys)
    _sets_hyperparameters(btcli)
    _proxies(btcli, keys)
    _crowdloans(btcli, keys)


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


def _locks(btcli: Btcli, keys: dict[str, Any]) -> None:
    coldkey, hotkey = keys["bob"]
    before = btcli.client.head().number
    where = ("--netuid", str(NETUID), "--hotkey", hotkey, "--no-prompt", "--no-graph")
    planned = btcli("lock", "add", "--amount", "2", *where, wallet="bob")
    assert (planned["adding_rao"], planned["new_locked_rao"]) == (2 * TAO, 2 * TAO)
    assert planned["available_after_rao"] == btcli.stake(coldkey, hotkey) - 2 * TAO
    listed = btcli("lock", "list", wallet="bob")
    [lock] = listed["locks"]
    assert (lock["netuid"], lock["hotkey"], lock["mode"]) == (NETUID, hotkey, "decaying")
    # A lock falls by an exponential of the blocks since it was made.
    passed = listed["current_block"] - before
    least = 2 * TAO * math.exp(-passed / listed["unlock_rate"])
    assert least - 1 <= lock["locked_alpha_rao"] <= 2 * TAO


def _children(btcli: Btcli, keys: dict[str, Any]) -> None:
    (_, parent), (_, child) = keys["bob"], keys["charlie"]
    where = ("--netuid", str(NETUID), "--hotkey", "default", "--no-prompt")
    share = ("--children", child, "--proportions", "0.5")
    told = btcli("stake", "child", "set", *share, *where, wallet="bob")[str(NETUID)]
    assert told["success"]
    pair = (NETUID, ss58.decode(parent))
    head = btcli.client.head()
    [(proportion, account)], due = head.storage(storage.subtensor.PendingChildKeys, *pair)
    assert account == ss58.decode(child)
    # half of 2^64 - 1, as a float has it
    assert proportion == pytest.approx((1 << 64) / 2, abs=1024)
    cooldown = head.storage(storage.subtensor.PendingChildKeyCooldown)
    block = int(told["extrinsic_identifier"].split("-")[0])
    # `completion_block` is the program's own guess, from a cooldown that it takes for granted
    assert due == block + cooldown

    take = ("--child-hotkey-ss58", parent, "--take", "0.1")
    told = btcli("stake", "child", "take", *take, *where, wallet="bob")[str(NETUID)]
    [[_, taken]] = btcli.events(told["extrinsic_identifier"], "ChildKeyTakeSet")
    assert taken == 65_535 // 10


def _sets_hyperparameters(btcli: Btcli) -> None:
    what = ("--param", "min_allowed_weights", "--value", "2")
    told = btcli("sudo", "set", "--netuid", str(NETUID), *what, "--no-prompt", wallet="alice")
    assert told["success"]
    [said] = btcli.events(told["extrinsic_identifier"], "MinAllowedWeightSet")
    assert list(said) == [NETUID, 2]
    assert btcli.client.head().storage(storage.subtensor.MinAllowedWeights, NETUID) == 2


def _proxies(btcli: Btcli, keys: dict[str, Any]) -> None:
    bob, charlie = keys["bob"][0], keys["charlie"][0]
    proxy = ("--delegate", charlie, "--proxy-type", "Transfer", "--delay", "0", "--no-prompt")
    added = btcli("proxy", "add", *proxy, wallet="bob")
    assert added["success"]
    base = btcli.client.head().constant(constants.proxy.ProxyDepositBase)
    each = btcli.client.head().constant(constants.proxy.ProxyDepositFactor)
    assert btcli.client.head().balance(bob).reserved.rao == base + each

    pay = ("--destination", charlie, "--amount", "1", "--proxy", bob, "--no-prompt")
    told = btcli("wallet", "transfer", *pay, wallet="charlie")
    [fee] = btcli.events(told["extrinsic_identifier"], "TransactionFeePaid")
    block = int(told["extrinsic_identifier"].split("-")[0])
    assert btcli.free(bob, block - 1) - btcli.free(bob, block) == TAO
    gained = btcli.free(charlie, block) - btcli.free(charlie, block - 1)
    assert gained == TAO - fee["actual_fee"]

    assert btcli("proxy", "remove", *proxy, wallet="bob")["success"]
    assert btcli.client.head().balance(bob).reserved.rao == 0


def _crowdloans(btcli: Btcli, keys: dict[str, Any]) -> None:
    bob, charlie = keys["bob"][0], keys["charlie"][0]
    amounts = ("--deposit", "10", "--min-contribution", "1", "--cap", "30")
    to = ("--fundraising", "--target-address", bob, "--duration", "15000", "--no-prompt")
    made = btcli("crowd", "create", *amounts, *to, wallet="bob")
    assert made["success"]
    made_in = int(made["data"]["extrinsic_id"].split("-")[0])
    loan = btcli.client.head().storage(storage.crowdloan.Crowdloans, 0)
    assert loan is not None
    assert (loan["deposit"], loan["raised"], loan["cap"]) == (10 * TAO, 10 * TAO, 30 * TAO)
    assert loan["end"] == made["data"]["end_block"]
    # The program reckons from the head that it saw before it sent the call.
    assert 0 <= made_in + 15_000 - loan["end"] < 1_000

    # more than is missing is not taken
    give = ("--id", "0", "--amount", "25", "--no-prompt")
    assert btcli("crowd", "contribute", *give, wallet="charlie")["success"]
    shown = btcli("crowd", "info", "--id", "0", wallet="charlie")["data"]
    assert (shown["raised"], shown["contributors_count"]) == (30.0, 2)
    assert shown["user_contribution"]["amount"] == 20.0
    given = btcli.client.head().storage(storage.crowdloan.Contributions, 0, ss58.decode(charlie))
    assert given == 20 * TAO

    ended = btcli("crowd", "finalize", "--id", "0", "--no-prompt", wallet="bob")
    assert ended["success"]
    identifier = ended["extrinsic_identifier"]
    block = int(identifier.split("-")[0])
    [fee] = btcli.events(identifier, "TransactionFeePaid")
    gained = btcli.free(bob, block) - btcli.free(bob, block - 1)
    assert gained == 30 * TAO - fee["actual_fee"]
