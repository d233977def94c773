"""`btcli node check`: what is wrong with a chain file is said."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_what_does_not_hold_is_said(cli: Cli, tmp_path: Path) -> None:
    cli.inside("node", "advance", "2", "--json").data()
    content = bytearray(cli.chain_file.read_bytes())
    broken = tmp_path / "broken.chain"
    broken.write_bytes(content[: len(content) // 2])
    done = cli.inside("node", "check", "--chain-file", str(broken), "--json")
    assert done.exit_code == 3
    assert done.error()["code"] == "chain_file_error"
    assert "reset" in done.error()["hint"]
    broken.write_bytes(b"no export")
    refused = cli.inside("node", "import", str(broken), "-y", "--json")
    assert refused.exit_code == 2
    assert "is not an export" in refused.error()["message"]
    assert cli.inside("node", "status", "--json").data()["block"] == 2
