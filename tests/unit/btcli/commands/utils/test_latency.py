"""`utils latency`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.spellings import NOWHERE


def test_endpoints_that_answer_and_others(cli: Cli) -> None:
    words = ("utils", "latency", "--network", f"local,{NOWHERE}", "--json")
    local, silent = cli.inside(*words).data()["endpoints"]
    assert local["latency_ms"] is not None
    assert silent["error"] is not None
    assert "local" in cli.inside("-n", "local", "utils", "latency").out


def test_none_answers(cli: Cli) -> None:
    done = cli.inside("utils", "latency", "--network", NOWHERE, "--json")
    assert (done.exit_code, done.json()["error"]["code"]) == (3, "connect_error")
    assert cli.inside("utils", "latency", "--network", "fin", "--json").exit_code == 2
