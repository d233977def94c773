"""`btcli node status`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_status_finds_it_by_its_file(node: Cli) -> None:
    data = node.inside("node", "status", "--json").data()
    assert data["running"] is True
    assert data["exists"] is True
    assert data["chain_file"] == str(node.chain_file)
    assert Path(data["log"]).is_file()
    shown = node.inside("node", "status").out
    assert f"pid {data['pid']}" in shown
    assert "network local (chain dev, genesis 0x" in shown


def test_finality_lags_also_when_the_node_has_ended(cli: Cli) -> None:
    cli("node", "start", "-d", "--port", "0", "--finality-lag", "3", "--json").data()
    try:
        cli("node", "advance", "5", "--json").data()
        running = cli("node", "status", "--json").data()
    finally:
        cli("node", "stop")
    assert (running["running"], running["finality_lag"]) == (True, 3)
    status = cli.inside("node", "status", "--json").data()
    assert status["running"] is False
    assert status["block"] - status["finalized"] in (3, 4)  # one may come between two questions
    assert ", 3 behind the best block" in cli.inside("node", "status").out
