"""`btcli node compare`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_a_script_that_is_not_there_is_named(cli: Cli, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.toml")
    done = cli("node", "compare", missing, "--chain", "dev", "--with", "fast", "--json")
    assert "missing.toml cannot be read" in done.error()["message"]
