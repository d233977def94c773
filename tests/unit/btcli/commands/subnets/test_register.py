"""`btcli subnets register`, for TAO and with a proof of work."""

from __future__ import annotations

from tests.cli.running import Cli

YES = ("--no-prompt", "--json")


def test_registering_by_price(funded: Cli) -> None:
    words = ("subnets", "register", "-w", "alice", "--netuid", "1")
    data = funded.inside(*words, *YES).data()
    assert data["uid"] >= 1
    assert "register_limit" in data["preview"]["call"]
    again = funded.inside(*words, *YES)
    assert again.exit_code == 1
    assert again.error()["code"] == "SubtensorModule.HotKeyAlreadyRegisteredInSubNet"
    shown = funded.inside("subnets", "show", "--netuid", "1", "--json").data()
    assert [one["uid"] for one in shown["neurons"]] == list(range(len(shown["neurons"])))


def test_registering_by_work(funded: Cli) -> None:
    words = ("subnets", "register", "-w", "bob", "--netuid", "1", "--pow")
    data = funded.inside(*words, *YES).data()
    assert data["uid"] >= 1
    assert data["receipt"]["fee_tao"] == "0.000000000"
