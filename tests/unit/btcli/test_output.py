"""Which channel gets what."""

from __future__ import annotations

import io
import json
import sys

import pytest

from btcli.failures import Failure
from btcli.output import ChainIdentity, Output, Result, Submission
from btcli.render.blocks import Line
from tests.unit.btcli.samples import GENESIS

Captured = pytest.CaptureFixture[str]
CHAIN = ChainIdentity("local", "Bittensor dev", GENESIS)
RESULT = Result({"a": 1}, (Line("one"), Line("two")))


def test_a_result_for_people_says_which_chain(capsys: Captured) -> None:
    Output(chain=CHAIN).result(RESULT)
    assert capsys.readouterr() == (
        "one\n\ntwo\nnetwork local (chain dev, genesis 0x12121212…)\n",
        "",
    )


def test_a_result_for_programs_is_one_document(capsys: Captured) -> None:
    Output(as_json=True, chain=CHAIN).result(RESULT)
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "success": True,
        "data": {"a": 1},
        "network": "local",
        "genesis_hash": GENESIS,
    }
    assert err == ""


def test_a_result_with_a_failure_tells_both(capsys: Captured) -> None:
    failed = Result({"a": 1}, (Line("one"),), Failure("x", "it broke", "Mend it.", 1))
    Output(as_json=True).result(failed)
    document = json.loads(capsys.readouterr().out)
    assert (document["success"], document["data"]) == (False, {"a": 1})
    assert document["error"] == {"code": "x", "message": "it broke", "hint": "Mend it."}
    Output().result(failed)
    assert capsys.readouterr() == ("one\n", "Error: it broke\nMend it.\n")


def test_what_is_said_is_silent_when_quiet_and_warnings_are_not(capsys: Captured) -> None:
    output = Output(quiet=True)
    output.say("a")
    output.say_once("b")
    output.warn("c", "d")
    assert capsys.readouterr() == ("", "c\nd\n")


def test_once_is_once(capsys: Captured) -> None:
    output = Output()
    output.say_once("a")
    output.say_once("a")
    output.say_once("b")
    assert capsys.readouterr().err == "a\nb\n"


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\nb", "a\rb", "a\u202eb"])
def test_no_text_moves_the_cursor_or_begins_a_line(capsys: Captured, text: str) -> None:
    output = Output(chain=ChainIdentity("n", text, GENESIS))
    output.warn(text)
    output.line(text)
    output.result(Result({}, (Line(text),)))
    output.failure(Failure("x", text, text, 1))
    out, err = capsys.readouterr()
    for shown in (out, err):
        assert all(sign.isprintable() or sign == "\n" for sign in shown)
    assert len(out.splitlines()) == 3
    assert len(err.splitlines()) == 4


def test_a_failure_gives_its_exit_code_and_says_which_chain(capsys: Captured) -> None:
    assert Output(chain=CHAIN).failure(Failure("x", "m", None, 3)) == 3
    assert capsys.readouterr() == ("", f"Error: m\n{CHAIN}\n")
    silent = Failure("x", "m", None, 5, is_silent=True)
    assert Output(chain=CHAIN).failure(silent) == 5
    assert capsys.readouterr() == ("", "")


def test_a_transaction_that_was_sent_is_not_forgotten(capsys: Captured) -> None:
    output = Output(as_json=True, submission=Submission("0xaa", 7, "0xbb"))
    assert output.failure(Failure("x", "m", None, 3)) == 5
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["message"] == "done in block 7; m"
    assert (error["block_number"], error["block_hash"]) == (7, "0xbb")


def test_a_question_is_on_standard_error(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\nmore\n"))
    assert Output().question("Go on? ") == "yes\n"
    assert capsys.readouterr() == ("", "Go on? \n")


def test_progress_is_for_terminals(capsys: Captured) -> None:
    Output().progress("half")
    assert capsys.readouterr() == ("", "")


def test_a_long_name_of_a_chain_is_shortened() -> None:
    assert "(100 characters)" in str(ChainIdentity("n", "x" * 100, GENESIS))
    assert len(str(ChainIdentity("n", "x" * 100, GENESIS))) < 160


def test_a_traceback_is_indented(capsys: Captured) -> None:
    try:
        raise ValueError("a\nError: b")
    except ValueError as error:
        Output().traceback(error)
    assert all(line.startswith("  ") for line in capsys.readouterr().err.splitlines())
