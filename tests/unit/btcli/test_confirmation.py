"""What the chain is certain to refuse is signed only after a yes to that."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from btcli.confirmation import confirm_submission
from btcli.failures import Declined, NeedsConfirmation, PredictedRefusal
from btsdk.tx.operation import Refusal
from tests.unit.btcli.samples import context, preview

REFUSED = (
    Refusal("Token.FundsUnavailable", "too little"),
    Refusal("Token.BelowMinimum", "dust"),
)


@pytest.fixture
def asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Any:
    """Ask with an answer on standard input; gives what was shown."""

    def ask(answer: str, *, refused: bool, as_json: bool = False, **choices: Any) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        refusals = REFUSED if refused else ()
        run = context(tmp_path, as_json=as_json, **choices)
        confirm_submission(run, preview(refusals=refusals))
        return capsys.readouterr().err

    return ask


def test_the_question_says_what_is_at_stake(asked: Any) -> None:
    assert asked("y\n", refused=False).startswith("Sign and submit? [y/N] ")
    assert asked("y\n", refused=True).startswith("The chain will refuse this. Sign and submit")


@pytest.mark.parametrize("refused", [True, False])
def test_a_no_is_a_no(asked: Any, refused: bool) -> None:
    with pytest.raises(Declined):
        asked("n\n", refused=refused)
    with pytest.raises(Declined):
        asked("", refused=refused, decline=True)
    with pytest.raises(NeedsConfirmation):
        asked("", refused=refused)


def test_no_prompt_is_a_yes_to_the_ordinary_question_alone(asked: Any) -> None:
    assert asked("", refused=False, no_prompt=True) == ""
    with pytest.raises(PredictedRefusal) as caught:
        asked("", refused=True, no_prompt=True)
    assert caught.value.code == "Token.FundsUnavailable"
    assert "too little; dust" in caught.value.message
    assert str(caught.value.hint).endswith("Nothing was signed. Use --force to submit it anyway.")


def test_force_is_the_yes_to_this_one(asked: Any) -> None:
    assert asked("", refused=True, no_prompt=True, force=True) == ""
    assert asked("", refused=True, as_json=True, force=True) == ""
    with pytest.raises(PredictedRefusal):
        asked("", refused=True, as_json=True)


def test_force_alone_still_asks(asked: Any) -> None:
    with pytest.raises(Declined):
        asked("n\n", refused=True, force=True)
