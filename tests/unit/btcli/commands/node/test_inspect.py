"""`btcli node inspect`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_inspect_tells_what_a_runtime_is(cli: Cli, code: Path) -> None:
    data = cli("node", "inspect", str(code), "--json").data()
    assert (data["spec_name"], data["spec_version"]) == ("tiny", 7)
    assert data["apis"] == {"Core": 5}
    assert data["imports"] == ["ext_storage_set_version_1"]
    assert data["unknown_imports"] == []
    shown = cli("node", "inspect", str(code)).out
    assert "tiny 7" in shown
    assert "ext_storage_set_version_1" in shown


def test_inspect_says_which_file_it_cannot_read(cli: Cli, tmp_path: Path) -> None:
    done = cli("node", "inspect", str(tmp_path / "missing.wasm"), "--json")
    assert "missing.wasm cannot be read" in done.error()["message"]
