"""A wallet with three hotkeys, on a chain with two subnets of its own that take stakes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli

YES = ("--no-prompt", "--json")
HOTKEYS = ("default", "second", "third")
ADDRESSES = [Keypair.from_uri(f"//many//{name}").ss58_address for name in HOTKEYS]


def with_hotkeys(home: Path) -> Cli:
    """Alice with three hotkeys, on a chain with two subnets of hers that take stakes."""
    made = Cli(home)
    cold = Keypair.from_uri("//Alice")
    Wallet("alice", path=made.wallets).regenerate_coldkey(cold, None)
    locked = Wallet("locked", path=made.wallets, kdf=encryption.TESTING)
    locked.regenerate_coldkey(cold, Given("open sesame"))
    for wallet in ("alice", "locked"):
        for name in HOTKEYS:
            key = Keypair.from_uri(f"//many//{name}")
            Wallet(wallet, name, made.wallets).regenerate_hotkey(key)
    cli = Cli(made.home, {"BTSDK_WALLET_NAME": "alice"})
    for netuid in (2, 3):
        assert cli.inside("subnets", "create", *YES).data()["netuid"] == netuid
        cli.inside("subnets", "start", "--netuid", str(netuid), *YES).data()
    for name in HOTKEYS[1:]:
        cli.inside("subnets", "register", "-H", name, "--netuid", "1", *YES).data()
    return cli


def stakes(world: Cli) -> dict[tuple[str, int], float]:
    """What lies on the hotkeys without a neuron, which no epoch adds to, and where."""
    found = world.inside("stake", "list", "--json").data()["stakes"]
    return {
        (one["hotkey"], one["netuid"]): float(one["stake_alpha"])
        for one in found
        if one["netuid"] > 1 and one["hotkey"] in ADDRESSES[1:]
    }


def parts(data: dict[str, Any]) -> list[tuple[str, int]]:
    return [(part["hotkey"], part["netuid"]) for part in data["parts"]]
