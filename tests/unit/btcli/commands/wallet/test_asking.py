"""Values that are asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from btcli.commands.wallet.asking import asked
from btsdk.errors import UsageError
from tests.unit.btcli.samples import context

QUESTION = "Name of the hotkey"


def test_a_given_value_is_not_asked_for(tmp_path: Path) -> None:
    assert asked(context(tmp_path, as_json=True), "second", "HOTKEY", QUESTION) == "second"


def test_a_missing_value_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" second \n"))
    assert asked(context(tmp_path), None, "HOTKEY", QUESTION) == "second"
    assert capsys.readouterr().err == "Name of the hotkey: \n"


@pytest.mark.parametrize("choices", [{}, {"no_prompt": True}, {"as_json": True}])
def test_a_value_that_nobody_gives_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choices: dict[str, bool]
) -> None:
    typed = "\n" if not choices else "second\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    with pytest.raises(UsageError, match="HOTKEY is missing: name of the hotkey"):
        asked(context(tmp_path, **choices), None, "HOTKEY", QUESTION)
