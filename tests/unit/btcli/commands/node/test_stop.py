"""`btcli node stop`, at the end of the whole life of a chain."""

from __future__ import annotations

from tests.cli.running import Cli


def test_the_whole_life(cli: Cli) -> None:
    nothing = cli.inside("node", "status", "--json").data()
    assert (nothing["running"], nothing["exists"]) == (False, False)
    assert not cli.chain_file.exists(), "looking makes no chain"
    assert cli.inside("node", "stop", "--json").error()["code"] == "not_running"
    cli("node", "start", "-d", "--port", "0", "--json").data()
    cli.inside("node", "advance", "3", "--json").data()
    stopped = cli.inside("node", "stop", "--json").data()
    assert stopped["pid"] > 0
    alone = cli.inside("node", "status", "--json").data()
    assert alone["running"] is False
    assert alone["block"] >= 3
    assert cli.inside("node", "advance", "--json").data()["block"] > alone["block"]
    assert cli.inside("node", "reset", "--json").error()["code"] == "needs_confirmation"
    assert cli.inside("node", "reset", "--no-prompt", "--json").data()["deleted"] is True
    assert not cli.chain_file.exists()
