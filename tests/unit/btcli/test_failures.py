"""Errors at the edge: codes, messages, hints and exit codes."""

from __future__ import annotations

from typing import Any

import pytest

from btcli import failures
from btcli.failures import (
    Failure,
    Interrupted,
    PredictedRefusal,
    after_submission,
    failure_of,
    findings_failure,
    parts_failure,
    usage_failure,
)
from btcli.output import Submission
from btcli.terminal.streams import OutputNotWritten
from btsdk import errors
from tests.unit.btcli.samples import receipt


def branches(kind: type[errors.BtError]) -> list[type[errors.BtError]]:
    return [kind, *(sub for child in kind.__subclasses__() for sub in branches(child))]


@pytest.mark.parametrize(
    ("branch", "exit_code"),
    [
        (errors.UsageError, failures.USAGE),
        (errors.TransportError, failures.UNREACHABLE),
        (errors.WalletError, failures.WALLET),
        (errors.ChainFileError, failures.UNREACHABLE),
    ],
)
def test_a_branch_of_the_tree_has_one_exit_code(
    branch: type[errors.BtError], exit_code: int
) -> None:
    for kind in branches(branch):
        error = kind.__new__(kind)
        Exception.__init__(error, "m")
        error.message, error.hint = "m", "h"
        found = failure_of(error)
        assert (found.message, found.hint, found.exit_code) == ("m", "h", exit_code), kind


def test_a_code_is_the_name_of_the_error() -> None:
    assert failure_of(errors.UsageError("m")).code == "usage_error"
    assert failure_of(failures.NotRunning("m")).code == "not_running"
    assert failure_of(PredictedRefusal("Token.Frozen", "m")).code == "Token.Frozen"
    assert usage_failure("m", None).code == "usage_error"


@pytest.mark.parametrize("error", [Interrupted(), KeyboardInterrupt()])
def test_an_interruption(error: BaseException) -> None:
    assert failure_of(error).exit_code == failures.INTERRUPTED == 130
    assert failure_of(error).message == "interrupted"


def test_an_interruption_says_what_was_done() -> None:
    assert failure_of(Interrupted("nothing was signed")).message == (
        "interrupted; nothing was signed"
    )


def test_what_nobody_foresaw_is_a_defect() -> None:
    found = failure_of(ZeroDivisionError("by zero"))
    assert (found.code, found.message) == ("internal_error", "ZeroDivisionError: by zero")
    assert "--debug" in str(found.hint)
    assert failure_of(ZeroDivisionError()).message == "ZeroDivisionError"


def test_a_result_that_was_not_written() -> None:
    closed = failure_of(OutputNotWritten(BrokenPipeError(32, "Broken pipe")))
    assert (closed.exit_code, closed.is_silent) == (failures.UNREPORTED, True)
    full = failure_of(OutputNotWritten(OSError(28, "No space left on device")))
    assert full.is_silent is False
    assert full.message == "the result could not be written: No space left on device"


def test_a_failure_on_the_chain_says_in_which_block() -> None:
    error = errors.DispatchError("Balances", "InsufficientBalance")
    assert failure_of(error).details == {}
    error.receipt = receipt()
    found = failure_of(error)
    assert found.code == "Balances.InsufficientBalance"
    assert found.details == {
        "extrinsic_hash": receipt().extrinsic_hash,
        "block_hash": receipt().block_hash,
    }
    assert found.document() | found.details == found.document()


SENT = Submission("0xaa")


@pytest.mark.parametrize(
    ("failure", "exit_code"),
    [
        (Failure("x", "m", "h", failures.UNREACHABLE), failures.UNREPORTED),
        (Failure("x", "m", "h", failures.FAILED), failures.UNREPORTED),
        (Failure("interrupted", "m", None, failures.INTERRUPTED), failures.INTERRUPTED),
    ],
)
def test_what_fails_after_a_submission_is_not_a_plain_failure(
    failure: Failure, exit_code: int
) -> None:
    found = after_submission(failure, SENT)
    assert found.exit_code == exit_code
    assert found.message == "sent; m"
    assert found.hint == "Look for transaction 0xaa before you send it again."
    assert found.document()["extrinsic_hash"] == "0xaa"


def test_the_end_of_the_transaction_itself_stays_what_it_is() -> None:
    refused = failure_of(errors.TransactionRefused(1010, "Payment"))
    assert after_submission(refused, SENT) is refused
    lost = failure_of(errors.TransactionDropped("lost with the connection", "0xaa"))
    assert after_submission(lost, SENT) is not lost


def test_several_of_many_failed() -> None:
    low = Failure("AmountTooLow", "m", "Take more.", 1)
    other = Failure("Paused", "m", None, 1)
    some = parts_failure([low, low, other], 5, receipt())
    assert some.message == ("3 of 5 failed; the others succeeded: AmountTooLow (2), Paused (1)")
    assert some.hint == "Take more."
    assert parts_failure([other], 1, receipt()).message == "all 1 failed: Paused (1)"
    details: dict[str, Any] = some.details or {}
    assert details["block_hash"] == receipt().block_hash


@pytest.mark.parametrize(("count", "said"), [(1, "1 problem found"), (3, "3 problems found")])
def test_findings(count: int, said: str) -> None:
    found = findings_failure(count)
    assert (found.message, found.exit_code) == (said, failures.FAILED)


def test_a_long_message_is_shortened_for_people_alone() -> None:
    failure = Failure("x", "a" * 5_000, "h", 1)
    first, second = failure.lines()
    assert first.endswith("… (5,000 characters)")
    assert second == "h"
    assert failure.document()["message"] == "a" * 5_000
    assert Failure("x", "m", None, 1).lines() == ["Error: m"]
