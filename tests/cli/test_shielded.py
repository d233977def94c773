"""`--mev-protection`: what is sent sealed is done, and a chain without a key says so."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli

DEST = Keypair.from_uri("//sealed").ss58_address
SEND = ("wallet", "transfer", "-w", "alice", "--dest", DEST, "--amount", "2")
YES = ("--no-prompt", "--json")


def test_each_command_opens_the_chain_anew_and_still_opens_what_is_sealed(world: Cli) -> None:
    missing = world.inside(*SEND, "--mev-protection", *YES)
    assert missing.exit_code != 0
    assert "MevShield.NextKey" in missing.error()["message"]
    assert "without MEV protection" in missing.error()["hint"]
    assert "`btcli node advance 2`" in missing.error()["hint"]
    openly = [world.inside(*SEND, *YES).data() for _ in range(2)][-1]
    data = world.inside(*SEND, "--mev-shield", *YES).data()
    assert data["preview"]["effects"][-1].startswith("it is sent encrypted")
    assert data["receipt"]["block_number"] == openly["receipt"]["block_number"] + 2
    balance = world.inside("wallet", "balance", "--ss58", DEST, "--json").data()["balances"]
    assert float(balance[0]["free_tao"]) == 6


def test_what_the_hint_says_helps(world: Cli) -> None:
    world.inside("node", "advance", "2", "--json").data()
    data = world.inside(*SEND, "--mev-protection", *YES).data()
    assert data["receipt"]["block_number"] > 2
