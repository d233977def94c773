"""A chain with a subnet that Alice owns."""

from __future__ import annotations

from pathlib import Path

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

YES = ("-w", "alice", "-y", "--json")
NETUID = ("--netuid", "2")


def owned(home: Path) -> Cli:
    """Wallets of four development accounts, and subnet 2 of Alice, which is started."""
    cli = Cli(home)
    for name in ("Alice", "Bob", "Dave", "Eve"):
        wallet = Wallet(name.lower(), path=cli.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name}"), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//{name}//hot"))
    cli.inside("subnets", "create", *YES).data()
    cli.inside("subnets", "start", *NETUID, *YES).data()
    return cli
