"""`btcli node import`: a chain is carried from file to file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_a_chain_is_carried_from_file_to_file(cli: Cli, tmp_path: Path) -> None:
    file, other = str(tmp_path / "export"), str(tmp_path / "other.chain")
    assert cli.inside("node", "export", file, "--json").error()["code"] == "chain_file_error"
    assert cli.inside("node", "check", "--json").error()["code"] == "chain_file_error"
    assert not cli.chain_file.exists(), "looking makes no chain"
    head = cli.inside("node", "advance", "4", "--json").data()
    exported = cli.inside("node", "export", file, "--json").data()
    assert (exported["blocks"], exported["head"]) == (4, head["block_hash"])
    imported = cli.inside("node", "import", file, "--chain-file", other, "--json").data()
    assert (imported["block"], imported["block_hash"]) == (4, head["block_hash"])
    checked = cli.inside("node", "check", "--chain-file", other, "--json").data()
    assert (checked["executed"], checked["reason"]) == (4, None)
    again = ("node", "import", file, "--chain-file", other, "--json")
    assert cli.inside(*again).error()["code"] == "needs_confirmation"
    assert cli.inside(*again, "-y").data() == imported
    shown = cli.inside("node", "check", "--chain-file", other).out
    assert "The chain is valid." in shown
    assert "4 of 4" in shown
