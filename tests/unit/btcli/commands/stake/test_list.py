"""What stakes are shown to be worth: at the present price, and what selling them would bring."""

from __future__ import annotations

from decimal import Decimal

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

YES = ("--no-prompt", "--json")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Alice, with two large stakes in the pool of subnet 1 and one on root."""
    made = Cli(tmp_path_factory.mktemp("values"))
    Wallet("alice", path=made.wallets).regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    cli = Cli(made.home, {"BTSDK_WALLET_NAME": "alice"})
    for name in ("one", "two"):
        Wallet("alice", name, cli.wallets).regenerate_hotkey(Keypair.from_uri(f"//{name}"))
    for name, netuid, amount in (("one", 1, 30_000), ("two", 1, 30_000), ("one", 0, 500)):
        if netuid:
            cli.inside("subnets", "register", "--hotkey", name, "--netuid", "1", *YES).data()
        words = ("--hotkey", name, "--netuid", str(netuid), "--amount", str(amount), "--unsafe")
        cli.inside("stake", "add", *words, *YES).data()
    return cli


def test_a_sale_brings_less_than_the_price_says(world: Cli) -> None:
    data = world.inside("stake", "list", "--json").data()
    large = [each for each in data["stakes"] if float(each["stake_alpha"]) > 1_000]
    assert len(large) == 2
    for stake in large:
        value, sale = Decimal(stake["value_tao"]), Decimal(stake["sale_tao"])
        assert value > 30_000
        assert Decimal("0.7") * value < sale < Decimal("0.95") * value
    [root] = [each for each in data["stakes"] if each["netuid"] == 0]
    assert Decimal(root["sale_tao"]) == Decimal(root["value_tao"]) == 500


def test_all_of_one_subnet_meet_in_one_pool(world: Cli) -> None:
    data = world.inside("stake", "list", "--json").data()
    apart = sum(Decimal(stake["sale_tao"]) for stake in data["stakes"])
    total = Decimal(data["total_sale_tao"])
    assert total < apart - 1_000
    # What was paid in comes back, but for fees and what the pool earned since.
    assert total == pytest.approx(60_500, rel=Decimal("0.01"))
    [balance] = world.inside("wallet", "balance", "--json").data()["balances"]
    assert Decimal(balance["staked_sale_tao"]) == pytest.approx(total, rel=Decimal("0.001"))
    assert Decimal(balance["staked_value_tao"]) > total + 20_000


def test_the_tables_have_both(world: Cli) -> None:
    head, *rows = world.inside("stake", "list").out.splitlines()[1:]
    assert head.split("  ")[-1].strip() == "registered"
    assert " value " in head
    assert " if sold " in head
    assert rows
    assert "if sold" in world.inside("wallet", "balance").out
    assert "if sold" in world.inside("wallet", "balance", "--all").out
