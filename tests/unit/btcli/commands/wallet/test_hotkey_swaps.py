"""The result of a hotkey swap, on a chain of its own."""

from __future__ import annotations

from pathlib import Path

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

OLD, NEW = (Keypair.from_uri(f"//Alice//{name}") for name in ("old", "new"))


def test_the_neuron_moves(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    Wallet("alice", path=cli.wallets).regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    for name, key in (("old", OLD), ("new", NEW)):
        Wallet("alice", name, cli.wallets).regenerate_hotkey(key)
    words = ("-w", "alice", "-H", "old", "-y", "--json")
    cli.inside("subnets", "register", "--netuid", "1", *words).data()
    data = cli.inside("wallet", "swap-hotkey", "new", "--netuid", "1", *words).data()
    assert (data["hotkey"], data["new_hotkey"]) == (OLD.ss58_address, NEW.ss58_address)
    assert (data["netuid"], data["netuids"], data["left_netuids"]) == (1, [1], [])
    shown = cli.inside("wallet", "overview", "-w", "alice", "-in", "new", "--json").data()
    assert [neuron["uid"] for neuron in shown["neurons"]] == [1]
