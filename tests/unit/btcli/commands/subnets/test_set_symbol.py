"""`subnets set-symbol`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_a_free_symbol(owner: Cli) -> None:
    words = ("subnets", "set-symbol", *NETUID)
    assert "Free: " in owner.inside(*words, *YES).error()["hint"]
    assert owner.inside(*words, "ζ", *YES).data()["symbol"] == "ζ"
    shown = owner.inside("subnets", "show", *NETUID, "--json").data()
    assert shown["subnet"]["symbol"] == "ζ"
    again = owner.inside(*words, "--symbol", "ζ", *YES).error()
    assert again["code"] == "SubtensorModule.SymbolAlreadyInUse"
    error = owner.inside(*words, "abc", *YES).error()
    assert error["code"] == "SubtensorModule.SymbolDoesNotExist"
