"""What is said of a submission on its way."""

from __future__ import annotations

import json
from unittest import mock

import pytest

from btcli.failures import failure_of
from btcli.output import Output, Submission
from btcli.progress import SubmissionProgress, search_text
from btsdk import errors
from btsdk.tx.follow import Progress

STEPS = [
    Progress("ready", "0xaa"),
    Progress("inBlock", "0xaa", "0xb1"),
    Progress("retracted", "0xaa", "0xb1"),
    Progress("inBlock", "0xaa", "0xb2"),
]


@pytest.mark.parametrize(
    ("verbose", "said"),
    [
        (False, ["Block 0xb1 was retracted; waiting for another one."]),
        (True, ["ready", "inBlock 0xb1", "retracted 0xb1", "inBlock 0xb2"]),
    ],
)
def test_a_reorganisation_is_said(
    capsys: pytest.CaptureFixture[str], verbose: bool, said: list[str]
) -> None:
    follow = SubmissionProgress(Output(), verbose)
    for step in STEPS:
        follow(step)
    assert capsys.readouterr().err.splitlines() == said


@pytest.mark.parametrize("difficulty", [250_000, 10**15, 2**64])
@pytest.mark.parametrize("room", [20, 40, 79])
def test_a_search_fits_its_line(difficulty: int, room: int) -> None:
    found = mock.Mock(
        rate=208_919.4,
        difficulty=difficulty,
        expected_s=1.2,
        elapsed_s=0.9,
        block_number=518,
        probability=0.125,
    )
    text = search_text(found, room)
    assert text.startswith("Searching: 208,919 seals/s")
    assert len(text) <= max(room, len("Searching: 208,919 seals/s"))
    whole = search_text(found)
    assert whole.startswith(text)
    assert whole.endswith(f", 12% probable by now, difficulty {difficulty:,}, for block 518")


def test_what_is_known_of_a_transaction_is_noted_on_its_way() -> None:
    output = Output(quiet=True)
    follow = SubmissionProgress(output, verbose=False)
    follow(STEPS[0])
    assert output.submission == Submission("0xaa")
    receipt = mock.Mock(error=None, block_number=7, block_hash="0xb2")
    follow(Progress("done", "0xaa", "0xb2", receipt))
    assert output.submission == Submission("0xaa", 7, "0xb2")


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (errors.ConnectionLost("ws://x", "gone"), 5),
        (errors.TransactionDropped("lost with the connection", "0xaa"), 5),
        (errors.ProtocolError("not JSON"), 5),
        (ZeroDivisionError("x"), 5),
        (errors.TransactionDropped("usurped", "0xaa"), 1),
        (errors.TransactionExpired("0xaa"), 1),
        (errors.TransactionRefused(1010, "Payment"), 1),
        (errors.DispatchError("Balances", "InsufficientBalance"), 1),
        (KeyboardInterrupt(), 130),
    ],
)
def test_what_fails_after_a_transaction_was_sent(
    capsys: pytest.CaptureFixture[str], error: BaseException, exit_code: int
) -> None:
    sent = Output(as_json=True, submission=Submission("0xaa"))
    assert sent.failure(failure_of(error)) == exit_code
    document = json.loads(capsys.readouterr().out)["error"]
    if exit_code != 1:
        assert document["message"].startswith("sent; ")
        assert document["hint"] == "Look for transaction 0xaa before you send it again."
        assert document["extrinsic_hash"] == "0xaa"
    done = Output(submission=Submission("0xaa", 7, "0xb2"))
    assert done.failure(failure_of(error)) == exit_code
    said = capsys.readouterr().err
    assert said.startswith("Error: done in block 7; ") == (exit_code != 1)
