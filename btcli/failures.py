"""Errors as shown to users: code, message, hint and exit code.

0    done
1    failed on the chain, refused, or declined
2    wrong usage: options, addresses, amounts, names
3    the chain cannot be reached, or its file cannot be used
4    wallet files and passwords
5    done or sent, and then something failed: the result could not be written, or the connection was
     lost. Check the outcome before repeating the command.
130  interrupted
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btcli.terminal.streams import OutputNotWritten
from btcli.terminal.visible import shortened
from btsdk import errors

if TYPE_CHECKING:
    from btcli.output import Submission
    from btsdk.tx.receipt import Receipt

DONE, FAILED, USAGE, UNREACHABLE, WALLET, UNREPORTED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

_EXITS: tuple[tuple[type[errors.BtError], int], ...] = (
    (errors.UsageError, USAGE),
    (errors.TransportError, UNREACHABLE),
    (errors.ChainFileError, UNREACHABLE),
    (errors.WalletError, WALLET),
)
"""Exit codes by error class; every other `BtError` is `FAILED`."""

_HINTS: dict[type[errors.BtError], str] = {
    errors.SubnetNotFound: "`btcli subnets list` lists the subnets.",
    errors.MechanismNotFound: "`btcli subnets mechanisms count` shows how many there are.",
}
"""Hints in the place of those that name something of the SDK."""

_UNWRITTEN = "result_not_written"
_MESSAGE_CHARACTERS = 2_000


class Declined(errors.BtError):
    """The user declined; nothing was sent or written."""


class PredictedRefusal(errors.BtError):
    """The chain would refuse the transaction now, so it was not signed; `code` is the chain's."""

    def __init__(self, code: str, message: str, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.code = code


class NeedsConfirmation(errors.UsageError):
    """A confirmation is needed and cannot be asked for."""


class NotFound(errors.BtError):
    """The chain has no such thing."""


class NotRunning(errors.BtError):
    """No node runs the local chain."""


class BadSignature(errors.BtError):
    """The signature does not match."""


class Interrupted(Exception):
    """Ctrl-C, and what was done until then. Not a KeyboardInterrupt, which Typer would swallow."""


@dataclass(frozen=True)
class Failure:
    """An error as it is shown. `details` are further fields of the JSON document.

    A silent failure is not printed; a final one is the outcome of a transaction that was sent.
    """

    code: str
    message: str
    hint: str | None
    exit_code: int
    details: dict[str, Any] | None = None
    is_silent: bool = False
    is_final: bool = False

    def document(self) -> dict[str, Any]:
        """The error object of the JSON document."""
        shown = {"code": self.code, "message": self.message, "hint": self.hint}
        return shown | (self.details or {})

    def lines(self) -> list[str]:
        """The message and the hint for the terminal."""
        message = f"Error: {shortened(self.message, _MESSAGE_CHARACTERS)}"
        return [message, self.hint] if self.hint else [message]


def failure_of(error: BaseException) -> Failure:
    """The failure for an error that ended a command."""
    if isinstance(error, (Interrupted, KeyboardInterrupt)):
        reason = f"; {error}" if isinstance(error, Interrupted) and str(error) else ""
        return Failure("interrupted", f"interrupted{reason}", None, INTERRUPTED)
    if isinstance(error, OutputNotWritten):
        message = f"the result could not be written: {error.reason}"
        return Failure(_UNWRITTEN, message, None, UNREPORTED, is_silent=error.is_pipe)
    if isinstance(error, errors.DispatchError):
        return Failure(error.code, error.message, error.hint, FAILED, _where(error), is_final=True)
    if isinstance(error, errors.UnexpectedOutcome):
        return Failure(_code(error), error.message, error.hint, FAILED, _where(error))
    if isinstance(error, PredictedRefusal):
        return Failure(error.code, error.message, error.hint, FAILED)
    if isinstance(error, errors.BtError):
        final = isinstance(error, errors.TransactionError) and not _is_lost(error)
        hint = _HINTS.get(type(error), error.hint)
        return Failure(_code(error), error.message, hint, _exit_code(error), is_final=final)
    message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    bug = "This is a bug in btcli. Use --debug to show the traceback."
    return Failure("internal_error", message, bug, FAILED)


def after_submission(failure: Failure, sent: Submission) -> Failure:
    """The failure after a transaction was sent.

    If the transaction was refused, dropped, expired or failed, the failure is unchanged.
    """
    if failure.is_final:
        return failure
    exit_code = failure.exit_code if failure.exit_code == INTERRUPTED else UNREPORTED
    details = sent.document() | (failure.details or {})
    return Failure(failure.code, f"{sent}; {failure.message}", sent.hint, exit_code, details)


def parts_failure(failed: Sequence[Failure], parts: int, receipt: Receipt) -> Failure:
    """The failure of some or all operations in one extrinsic."""
    codes = Counter(failure.code for failure in failed)
    reasons = ", ".join(f"{code} ({times})" for code, times in codes.items())
    hints = dict.fromkeys(failure.hint for failure in failed if failure.hint)
    whole = (
        f"all {parts} failed"
        if len(failed) == parts
        else f"{len(failed)} of {parts} failed; the others succeeded"
    )
    where = {"extrinsic_hash": receipt.extrinsic_hash, "block_hash": receipt.block_hash}
    return Failure("parts_failed", f"{whole}: {reasons}", " ".join(hints) or None, FAILED, where)


def findings_failure(findings: int) -> Failure:
    """The failure of a check that found problems."""
    what = "1 problem" if findings == 1 else f"{findings} problems"
    return Failure("problems_found", f"{what} found", None, FAILED)


def usage_failure(message: str, hint: str | None) -> Failure:
    """The failure for invalid options or arguments."""
    return Failure("usage_error", message, hint, USAGE)


def _is_lost(error: errors.BtError) -> bool:
    """Whether the outcome of the transaction is unknown."""
    return isinstance(error, errors.TransactionDropped) and error.status.startswith("lost")


def _exit_code(error: errors.BtError) -> int:
    return next((exit_code for kind, exit_code in _EXITS if isinstance(error, kind)), FAILED)


def code_of(kind: type[errors.BtError]) -> str:
    """The code of a class of errors: `KeyFileMissing` is `key_file_missing`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _code(error: errors.BtError) -> str:
    return code_of(type(error))


def _where(error: errors.DispatchError | errors.UnexpectedOutcome) -> dict[str, Any]:
    """The extrinsic and its block, for the JSON document."""
    receipt: Any = error.receipt
    if receipt is None:
        block_hash = getattr(error, "block_hash", None)
        return {"block_hash": block_hash} if block_hash else {}
    return {"extrinsic_hash": receipt.extrinsic_hash, "block_hash": receipt.block_hash}
