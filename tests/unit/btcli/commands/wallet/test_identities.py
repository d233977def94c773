"""The fields of an identity: given, asked for, or kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from btcli.commands.wallet.identities import changed, check_given, identity_facts
from btsdk.errors import UsageError
from btsdk.ops import Identity
from tests.unit.btcli.samples import ALICE, context

OLD = Identity(name="Alice", discord="alice")
NOTHING: dict[str, str | None] = {"name": None, "url": None}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_given_field_replaces_the_old_one(tmp_path: Path) -> None:
    given = {"name": None, "discord": "", "url": "x"}
    assert changed(context(tmp_path), OLD, given) == Identity(name="Alice", url="x")
    assert changed(context(tmp_path), None, {"name": "Bob"}) == Identity(name="Bob")


def test_fields_are_asked_for_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("\nhttps://alice.example\n" + "\n" * 5))
    check_given(context(tmp_path), NOTHING)
    found = changed(context(tmp_path), OLD, NOTHING)
    assert found == Identity(name="Alice", url="https://alice.example", discord="alice")
    assert "Name [Alice]: " in capsys.readouterr().err


@pytest.mark.parametrize("choices", [{}, {"no_prompt": True}, {"as_json": True}])
def test_no_field_at_all_is_refused(tmp_path: Path, choices: dict[str, bool]) -> None:
    with pytest.raises(UsageError, match="no field") as caught:
        check_given(context(tmp_path, **choices), NOTHING)
    assert "--id-name, --web-url" in str(caught.value.hint)


def test_empty_fields_are_not_shown() -> None:
    assert identity_facts(OLD, ALICE).plain().splitlines() == [
        f"coldkey  {ALICE}",
        "name     Alice",
        "discord  alice",
    ]
