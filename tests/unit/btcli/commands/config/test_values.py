"""The values of settings: checked before they are written, shown as commands would find them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btcli.commands.config.values import checked, result
from btsdk.errors import BtError, UsageError
from tests.unit.btcli.samples import ALICE, context


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"network": "finney"},
        {"network": "ws://127.0.0.1:9944"},
        {"tolerance": "0"},
        {"wallet_name": "mine", "hotkey": "hot"},
        {"hotkey": ALICE},
        {"cache": False},
    ],
)
def test_what_commands_can_use(values: dict[str, Any]) -> None:
    assert checked(values) is values


@pytest.mark.parametrize(
    "values",
    [
        {"network": "finny"},
        {"tolerance": "1"},
        {"wallet_name": "a/b"},
        {"hotkey": ".."},
    ],
)
def test_what_no_command_could_use(values: dict[str, Any]) -> None:
    with pytest.raises(BtError):
        checked(values)


def test_options_of_this_run_are_not_what_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(tmp_path / "c.json"))
    monkeypatch.delenv("BTSDK_WALLET_NAME", raising=False)
    found = result(context(tmp_path, wallet_name="given"), ["wallet-name"])
    assert found.data["values"] == {"wallet_name": "default"}
    with pytest.raises(UsageError):
        result(context(tmp_path), ["wallet"])
