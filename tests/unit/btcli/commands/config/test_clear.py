"""`btcli config clear`."""

from __future__ import annotations

import json

import pytest

from btcli.config import KEYS
from tests.cli.running import Cli

CLEAR = ("config", "clear", "--json-output")
ALL = {
    "network": "finney",
    "wallet_name": "a",
    "hotkey": "b",
    "wallet_path": "/w",
    "tolerance": "0.1",
    "safe_staking": False,
    "allow_partial_stake": True,
    "cache": False,
    "network_proxy": False,
    "keyring": True,
}


@pytest.fixture
def full(cli: Cli) -> Cli:
    assert set(ALL) == set(KEYS)
    (cli.home / "config.json").write_text(json.dumps(ALL))
    return cli


def kept(cli: Cli) -> dict[str, object]:
    found: dict[str, object] = json.loads((cli.home / "config.json").read_text())
    return found


@pytest.mark.parametrize("key", KEYS)
def test_each_setting_goes_alone(full: Cli, key: str) -> None:
    full.inside(*CLEAR, f"--{key.replace('_', '-')}").data()
    assert kept(full) == {name: value for name, value in ALL.items() if name != key}


def test_all_of_them(full: Cli) -> None:
    assert full.inside(*CLEAR, "--all").data()["sources"]["network"] == "default"
    assert kept(full) == {}


def test_nothing_named_is_nothing_cleared(full: Cli) -> None:
    assert full.inside(*CLEAR).exit_code == 2
    assert kept(full) == ALL
