"""The examples, as programs of their own, against a served chain that makes blocks by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk import Alpha, Client, Keypair, Tao, Transfer, Wallet
from btsdk.keys import ss58
from btsdk.storage import proxy, subtensor
from local_node import LocalChain
from local_node.chain.modes import Instant
from local_node.dev.scaffold import read_scaffold

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
NETUID = 2
SCAFFOLD = """
[[subnets]]
owner = "//Alice"
hotkey = "//Alice//default"
settings = { Tempo = 8, WeightsSetRateLimit = 0, MaxAllowedValidators = 2 }

[[subnets.neurons]]
coldkey = "//Bob"
hotkey = "//Bob//default"
stake = "100"

[[subnets.neurons]]
count = 3
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//default"
"""
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.py"))
TAO = Tao.parse("1")


class Stage:
    """A served chain, and a home with wallets."""

    def __init__(self, chain: LocalChain, home: Path) -> None:
        self.chain = chain
        self.home = home
        self.endpoint = chain.serve()
        self.client: Client = chain.client

    def wallet(self, name: str) -> Wallet:
        """Keys of `//Name` and `//Name//default`, with 1,000 TAO."""
        wallet = Wallet(name, path=self.home / ".bittensor" / "wallets")
        secret = f"//{name.capitalize()}"
        wallet.regenerate_coldkey(Keypair.from_uri(secret), None, overwrite=True)
        wallet.regenerate_hotkey(Keypair.from_uri(f"{secret}//default"), None, overwrite=True)
        for key in (wallet.coldkeypub, wallet.hotkeypub):
            self.chain.set_balance(key.ss58_address, Tao.parse("5000"))
        return wallet

    def start(self, name: str, *arguments: object) -> subprocess.Popen[str]:
        program = [sys.executable, str(EXAMPLES / f"{name}.py"), self.endpoint]
        own = {name: value for name, value in os.environ.items() if not name.startswith("BTSDK_")}
        variables = {**own, "HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache")}
        return subprocess.Popen(
            [*program, *map(str, arguments)], env=variables, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, name: str, *arguments: object) -> str:
        """The output of an example that ends by itself."""
        return finished(self.start(name, *arguments))


def finished(process: subprocess.Popen[str]) -> str:
    with process:
        try:
            shown, errors = process.communicate(timeout=120)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, ""), errors
    return shown


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    scaffold = read_scaffold(SCAFFOLD, "the test's scaffold")
    with LocalChain(scaffold=scaffold, mode=Instant(heartbeat=0.2)) as chain:
        yield Stage(chain, tmp_path_factory.mktemp("home"))


def test_every_example_is_tested_and_listed() -> None:
    listed = (EXAMPLES / "README.md").read_text()
    assert [name for name in NAMES if f"test_{name}" not in globals()] == []
    assert [name for name in NAMES if f"`{name}.py`" not in listed] == []


def test_validator_loop(stage: Stage) -> None:
    wallet = stage.wallet("bob")
    shown = stage.run("validator_loop", NETUID, "bob", "default", "--epochs", 2)
    assert shown.count("weights") == 2, shown
    assert shown.count("the chain reveals them") == 2
    uid = stage.client.head().uid(NETUID, wallet.hotkeypub.ss58_address)
    assert uid is not None
    for _ in range(4):  # the chain reveals them
        stage.chain.advance_to_epoch(NETUID)
        row = stage.client.head().weights(NETUID)[uid]
        if row:
            break
    assert set(row.values()) == {65_535}
    assert uid not in row


def test_bulk_staker(stage: Stage) -> None:
    wallet = stage.wallet("charlie")
    shown = stage.run("bulk_staker", "charlie", NETUID, 6, "--count", 2, "--tolerance", 0.9)
    stakes = stage.client.head().stakes(wallet.coldkeypub.ss58_address)
    assert len(stakes) == shown.count(": staked") == 2, shown
    assert all(stake.netuid == NETUID for stake in stakes)
    assert "τ3.000000000" in shown


def test_portfolio(stage: Stage) -> None:
    bob, miner = (Keypair.from_uri(f"//{name}").ss58_address for name in ("Bob", "Miner0"))
    shown = stage.run("portfolio", bob, miner)
    assert bob in shown
    assert Keypair.from_uri("//Bob//default").ss58_address in shown
    assert shown.count("  total") == 2
    assert "all together" in shown.splitlines()[-1]


def test_transfer_monitor(stage: Stage) -> None:
    alice = Keypair.from_uri("//Alice")
    dest = Keypair.from_uri("//Monitored").ss58_address
    monitor = stage.start("transfer_monitor", "--account", dest, "--least", 2, "--blocks", 25)
    for amount in ("1", "2", "3", "4", "5"):
        stage.client.execute(Transfer(dest, Tao.parse(amount)), alice)
    while stage.client.head().balance(dest).free < Tao.parse("15"):
        stage.chain.advance(1)
    # Those that came before the program was connected are not printed.
    for _ in range(40):
        if monitor.poll() is not None:
            break
        stage.client.execute(Transfer(dest, Tao.parse("7")), alice)
    shown = finished(monitor)
    assert f"{alice.ss58_address} -> {dest} τ7.000000000" in shown
    assert "τ1.000000000" not in shown


def test_owner_setup(stage: Stage) -> None:
    wallet = stage.wallet("dave")
    shown = stage.run("owner_setup", "dave", "Example")
    (subnet,) = [s for s in stage.client.head().subnets() if s.name == "Example"]
    assert subnet.owner_coldkey == wallet.coldkeypub.ss58_address
    assert f"subnet {subnet.netuid} is yours" in shown
    assert "staking is open" in shown
    for line in ("immunity_period = 7200", "min_allowed_weights = 8", "serving_rate_limit = 10"):
        assert line in shown, shown


def test_children(stage: Stage) -> None:
    wallet = stage.wallet("bob")
    hotkey = wallet.hotkeypub.ss58_address
    child = Keypair.from_uri("//Miner0//default").ss58_address
    shown = stage.run("children", "bob", NETUID, f"{child}=0.25")
    assert f"{child}: 25.00% from block" in shown
    (pending,), _ = stage.client.head().storage(subtensor.PendingChildKeys, NETUID, hotkey)
    assert pending == (((1 << 64) - 1) // 4, ss58.decode(child))


def test_proxy_bot(stage: Stage) -> None:
    owner, bot = stage.wallet("eve"), stage.wallet("ferdie")
    validator = Keypair.from_uri("//Bob//default").ss58_address
    for _ in range(2):  # a second time, too
        stage.run("proxy_bot", "eve", "ferdie", NETUID, validator, 2)
    view = stage.client.head()
    real = owner.coldkeypub.ss58_address
    assert view.stake(real, validator, NETUID) > Alpha.from_rao(0, NETUID)
    assert view.balance(real).total < Tao.parse("4997")
    ((entry,), _) = view.storage(proxy.Proxies, owner.coldkeypub)
    assert (entry["delegate"], entry["proxy_type"]) == (bot.coldkeypub.public_key, "Staking")


def test_price_watcher(stage: Stage) -> None:
    shown = stage.run("price_watcher", "--below", f"{NETUID}=1000000", "--blocks", 4)
    assert shown.count(f"subnet {NETUID} is below") == 4
    assert f": subnet {NETUID} " in shown
