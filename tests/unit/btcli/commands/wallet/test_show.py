"""`btcli wallet show`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

SHOW = ("wallet", "show", "-w", "alice")


def test_all_keys_of_a_wallet(alice: Cli) -> None:
    data = alice.inside(*SHOW, "--json").data()
    assert (data["name"], data["findings"]) == ("alice", [])
    assert (data["coldkey"]["ss58"], data["coldkey"]["mode"]) == (ALICE, "600")
    assert [key["name"] for key in data["hotkeys"]] == ["default"]
    shown = alice.inside(*SHOW).out.splitlines()
    assert (shown[0], shown[1]) == ("Coldkey", f"address      {ALICE}")
    assert "Hotkey default" in shown


def test_problems_are_shown(alice: Cli) -> None:
    (alice.wallets / "alice" / "coldkey").chmod(0o644)
    (finding,) = alice.inside(*SHOW, "--json").data()["findings"]
    assert finding["problem"] == "open_file"
    assert "chmod 600" in alice.inside(*SHOW).out


def test_no_such_wallet(alice: Cli) -> None:
    assert alice.inside("wallet", "show", "-w", "bob").exit_code == 4
