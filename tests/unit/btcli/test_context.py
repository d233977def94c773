"""Options over environment over config file over defaults; questions and their answers."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from btcli.context import DEFAULTS, Context, SharedOptions
from btcli.failures import Declined, NeedsConfirmation
from btcli.output import Output
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, context

NAMES = ("network", "wallet_name", "hotkey", "wallet_path")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        monkeypatch.delenv(f"BTSDK_{name.upper()}", raising=False)
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(tmp_path / "c.json"))
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_an_option_wins_over_all(home: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    plain = Context(SharedOptions(), Output())
    assert plain.setting_with_source(name) == (DEFAULTS[name], "default")
    (home / "c.json").write_text(f'{{"{name}": "file"}}')
    kept = Context(SharedOptions(), Output())
    assert kept.setting_with_source(name) == ("file", str(home / "c.json"))
    monkeypatch.setenv(f"BTSDK_{name.upper()}", "variable")
    assert kept.setting_with_source(name) == ("variable", f"$BTSDK_{name.upper()}")
    given: dict[str, Any] = {name: "given"}
    assert Context(SharedOptions(**given), Output()).setting_with_source(name) == (
        "given",
        "option",
    )


def test_a_switch_that_is_off_is_a_choice(home: Path) -> None:
    assert context(home, safe_staking=False).setting("safe_staking") is False
    assert context(home).setting("safe_staking") is True


def test_a_hotkey_that_is_an_address_is_no_name(home: Path) -> None:
    assert context(home, hotkey=ALICE).wallet.hotkey_name == "default"
    assert context(home, hotkey="hot").wallet.hotkey_name == "hot"


def answered(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.mark.parametrize("answer", ["y\n", "YES\n", " y \n", "maybe\ny\n"])
def test_a_yes(home: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    answered(monkeypatch, answer)
    context(home).confirm("Go on?")
    assert sys.stdin.read() == ""


@pytest.mark.parametrize("answer", ["n\n", "\n", "No\n", "a\nb\nc\ny\n"])
def test_anything_else_is_none(home: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    answered(monkeypatch, answer)
    with pytest.raises(Declined):
        context(home).confirm("Go on?")


def test_where_nobody_answers(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "")
    with pytest.raises(NeedsConfirmation):
        context(home).confirm("Go on?")
    with pytest.raises(NeedsConfirmation, match="JSON"):
        context(home, as_json=True).confirm("Go on?")
    context(home, as_json=True, no_prompt=True).confirm("Go on?")
    with pytest.raises(Declined):
        context(home, decline=True, no_prompt=True).confirm("Go on?")
    for run in (context(home, no_prompt=True), context(home, as_json=True)):
        with pytest.raises(NeedsConfirmation):
            run.ask("Which? ")


def test_a_missing_value_is_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = UsageError("no amount given")
    answered(monkeypatch, " 5 \n")
    assert context(home).answer("Amount: ", missing) == "5"
    for run in (context(home), context(home, no_prompt=True), context(home, as_json=True)):
        with pytest.raises(UsageError, match="no amount given"):
            run.answer("Amount: ", missing)


def test_a_name_has_to_be_typed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "alice\n")
    context(home).confirm_by_name("It goes.", "alice")
    answered(monkeypatch, "y\n")
    with pytest.raises(Declined):
        context(home).confirm_by_name("It goes.", "alice")
    context(home, no_prompt=True).confirm_by_name("It goes.", "alice")
    with pytest.raises(Declined):
        context(home, no_prompt=True, decline=True).confirm_by_name("It goes.", "alice")


def test_a_secret_is_piped_where_there_is_no_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, " words \r\nmore\n")
    assert context(home).ask_secret("Words: ") == " words "
    monkeypatch.setattr(sys, "stdin", None)
    assert context(home).ask_secret("Words: ") == ""
    with pytest.raises(UsageError, match="new password"):
        context(home).new_password(None)
