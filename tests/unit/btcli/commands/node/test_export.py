"""`btcli node export`, while a node runs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_a_running_node_keeps_its_file(cli: Cli, tmp_path: Path) -> None:
    file = str(tmp_path / "export")
    cli("node", "start", "-d", "--port", "0", "--json").data()
    try:
        made = cli.inside("node", "advance", "3", "--json").data()
        assert cli.inside("node", "export", file, "--json").data()["blocks"] >= made["block"]
        for words in (("check",), ("import", file, "-y")):
            done = cli.inside("node", *words, "--json")
            assert (done.exit_code, done.error()["code"]) == (3, "chain_file_error")
            assert "node stop" in done.error()["hint"]
    finally:
        cli.inside("node", "stop")
