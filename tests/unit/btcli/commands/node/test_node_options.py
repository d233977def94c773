"""Values that the options of `btcli node start` refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli


def test_an_unknown_format_is_wrong_usage(cli: Cli) -> None:
    done = cli("node", "start", "--log-format", "xml", "--json")
    assert done.exit_code == 2
    assert "json" in done.error()["message"]


@pytest.mark.parametrize("wrong", ["0", "-1", "many", "1.5", ""])
def test_what_cannot_be_kept(cli: Cli, wrong: str) -> None:
    done = cli("node", "start", "-d", "--port", "0", f"--keep-states={wrong}", "--json")
    assert done.exit_code == 2
    assert "takes a number above 0 or all" in done.error()["message"]
    assert not cli.chain_file.exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--allow-origin", "evil.example"), "--allow-origin"),
        (("--rpc-methods", "some"), "--rpc-methods"),
        (("--rpc-max-connections", "0"), "--rpc-max-connections"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, words: tuple[str, ...], reason: str
) -> None:
    done = Cli(tmp_path)("node", "start", *words, "--json")
    assert done.exit_code == 2
    assert reason in done.error()["message"]
    assert not (tmp_path / "local.chain").exists()
