"""`btcli node`: in the background and in the foreground, found by its file, ended cleanly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Cli


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A node in the background."""
    cli = Cli(tmp_path_factory.mktemp("node"))
    started = cli("node", "start", "--daemon", "--port", "0", "--json").data()
    assert started["endpoint"].startswith("ws://127.0.0.1:")
    yield cli
    cli("node", "stop")


def test_status_finds_it_by_its_file(node: Cli) -> None:
    data = node.inside("node", "status", "--json").data()
    assert data["running"] is True
    assert data["exists"] is True
    assert data["chain_file"] == str(node.chain_file)
    assert Path(data["log"]).is_file()
    shown = node.inside("node", "status").out
    assert f"pid {data['pid']}" in shown
    assert "network local (chain dev, genesis 0x" in shown


def test_other_commands_reach_it(node: Cli) -> None:
    endpoint = node.inside("node", "status", "--json").data()["endpoint"]
    by_file = node.inside("subnets", "burn-cost", "--json").json()
    by_endpoint = node.inside("subnets", "burn-cost", "--network", endpoint, "--json").json()
    assert by_file["genesis_hash"] == by_endpoint["genesis_hash"]
    assert by_endpoint["network"] == endpoint


def test_advance_makes_blocks_and_moves_the_clock(node: Cli) -> None:
    before = node.inside("node", "status", "--json").data()
    data = node.inside("node", "advance", "50", "--json").data()
    assert data["made"] == 50
    assert data["block"] >= before["block"] + 50
    assert data["clock_ahead_s"] > 5
    assert "ahead of the system clock" in node.inside("node", "status").out


def test_a_second_node_on_the_file_is_refused(node: Cli) -> None:
    for words in (("start",), ("start", "--daemon"), ("reset", "--no-prompt")):
        done = node.inside("node", *words, "--json")
        assert done.exit_code == 3
        assert done.error()["code"] == "chain_file_error"
        assert "pid" in done.error()["message"]
        assert "node stop" in done.error()["hint"]


def test_a_port_that_is_taken(node: Cli, tmp_path: Path) -> None:
    port = node.inside("node", "status", "--json").data()["endpoint"].rpartition(":")[2]
    other = Cli(tmp_path)
    done = other("node", "start", "--daemon", "--port", port, "--json")
    assert done.exit_code == 3
    assert done.error()["message"]
    assert other.inside("node", "status", "--json").data()["running"] is False


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


def test_in_the_foreground_it_says_each_block(cli: Cli) -> None:
    with cli.terminal("node", "start", "--port", "0") as terminal:
        shown = terminal.until("Imported #1")
        terminal.press("\x03")
        exit_code, _ = terminal.end()
    assert exit_code == 0
    assert "//Alice" in shown
    assert "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY" in shown
    assert "ws://127.0.0.1:" in shown
    assert cli.inside("node", "stop").exit_code == 1


def test_fresh_begins_at_genesis(cli: Cli) -> None:
    cli.inside("node", "advance", "7", "--json").data()
    cli("node", "start", "-d", "--port", "0", "--fresh", "--json").data()
    try:
        assert cli.inside("node", "status", "--json").data()["block"] < 7
    finally:
        cli.inside("node", "stop")
