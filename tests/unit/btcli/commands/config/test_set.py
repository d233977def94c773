"""`btcli config set`."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Cli

SET = ("config", "set", "--json-output")


def kept(cli: Cli) -> dict[str, object]:
    found: dict[str, object] = json.loads((cli.home / "config.json").read_text())
    return found


def test_only_what_is_named_is_written(cli: Cli) -> None:
    cli.inside(*SET, "--network", "finney", "--no-cache").data()
    assert kept(cli) == {"network": "finney", "cache": False}
    data = cli.inside(*SET, "--tolerance", "0.1", "--unsafe").data()
    assert kept(cli) == {
        "network": "finney",
        "cache": False,
        "tolerance": "0.1",
        "safe_staking": False,
    }
    assert data["values"]["tolerance"] == "0.1"
    assert data["sources"]["tolerance"] == str(cli.home / "config.json")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--tolerance", "2"),
        ("--network", "nowhere"),
        ("--wallet-name", "../x"),
        ("--hotkey", "a/b"),
    ],
)
def test_what_no_command_could_use_is_not_written(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli.inside(*SET, *words).exit_code == 2
    assert not (cli.home / "config.json").exists()
