"""`btcli node compare`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli

SCRIPT = """
[[accounts]]
secret = "//Bob"
balance = "10"
[[steps]]
signer = "//Bob"
call = "System.remark"
args = { remark = "0x00" }
[[steps]]
signer = "//Bob"
call = "Triumvirate.vote"
args = { proposal = "//Bob", index = 0, approve = true }
"""


def test_two_chains_are_compared(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "script.toml"
    script.write_text(SCRIPT)
    words = ("node", "compare", str(script), "--chain", "dev", "--with", "fast")
    data = cli(*words, "--json").data()
    assert data["differing"] == 1
    remark, vote = data["steps"]
    assert (remark["differences"], remark["one"]["error"]) == ([], None)
    assert "error" in vote["differences"]
    shown = cli.inside(*words).out
    assert "Triumvirate.vote by //Bob" in shown
    assert "1 of 2 steps differ." in shown
