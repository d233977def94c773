"""Errors at the edge: a code for programs, a message and a hint for people, an exit code for both.

0    done
1    failed on the chain, refused, or declined
2    wrong usage: options, addresses, amounts, names
3    the chain cannot be reached, or its file cannot be used
4    wallet files and passwords
130  interrupted
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk import errors

if TYPE_CHECKING:
    from btsdk.tx.receipt import Receipt

DONE, FAILED, USAGE, UNREACHABLE, WALLET, INTERRUPTED = 0, 1, 2, 3, 4, 130

_EXITS: tuple[tuple[type[errors.BtError], int], ...] = (
    (errors.UsageError, USAGE),
    (errors.TransportError, UNREACHABLE),
    (errors.ChainFileError, UNREACHABLE),
    (errors.WalletError, WALLET),
)
"""By the branch of the tree; every other `BtError` is `FAILED`."""


class Declined(errors.BtError):
    """The person at the terminal said no; nothing was sent or written."""


class NeedsConfirmation(errors.UsageError):
    """Somebody has to confirm, and nobody can be asked."""


class NotFound(errors.BtError):
    """The chain has no such thing."""


class NotRunning(errors.BtError):
    """No node runs the local chain."""


class BadSignature(errors.BtError):
    """A signature that was to be checked, and is not one."""


class Interrupted(Exception):
    """Ctrl-C. (Typer would swallow a KeyboardInterrupt and lose what was going on.)"""


@dataclass(frozen=True)
class Failure:
    """An error as it is shown. `details` are further fields of the JSON document."""

    code: str
    message: str
    hint: str | None
    exit_code: int
    details: dict[str, Any] | None = None

    def document(self) -> dict[str, Any]:
        """The error object of the JSON document."""
        shown = {"code": self.code, "message": self.message, "hint": self.hint}
        return shown | (self.details or {})

    def text(self) -> str:
        """Two lines for a person."""
        return f"Error: {self.message}" + (f"\n{self.hint}" if self.hint else "")


def failure_of(error: BaseException) -> Failure:
    """How to show an error that ended a command."""
    if isinstance(error, (Interrupted, KeyboardInterrupt)):
        return Failure("interrupted", "interrupted", None, INTERRUPTED)
    if isinstance(error, errors.DispatchError):
        return Failure(error.code, error.message, error.hint, FAILED, _where(error))
    if isinstance(error, errors.UnexpectedOutcome):
        return Failure(_code(error), error.message, error.hint, FAILED, _where(error))
    if isinstance(error, errors.BtError):
        return Failure(_code(error), error.message, error.hint, _exit_code(error))
    message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    hint = "This is a defect of btcli. With --debug it shows where it happened."
    return Failure("internal_error", message, hint, FAILED)


def parts_failure(failed: Sequence[Failure], parts: int, receipt: Receipt) -> Failure:
    """Some of several operations in one extrinsic failed; the others are done."""
    codes = Counter(failure.code for failure in failed)
    reasons = ", ".join(f"{code} ({times})" for code, times in codes.items())
    hints = dict.fromkeys(failure.hint for failure in failed if failure.hint)
    whole = (
        f"all {parts} failed"
        if len(failed) == parts
        else (f"{len(failed)} of {parts} failed, and the others are done")
    )
    where = {"extrinsic_hash": receipt.extrinsic_hash, "block_hash": receipt.block_hash}
    return Failure("parts_failed", f"{whole}: {reasons}", " ".join(hints) or None, FAILED, where)


def usage_failure(message: str, hint: str | None) -> Failure:
    """Options or arguments that do not fit the command."""
    return Failure("usage_error", message, hint, USAGE)


def _exit_code(error: errors.BtError) -> int:
    return next((exit_code for kind, exit_code in _EXITS if isinstance(error, kind)), FAILED)


def _code(error: errors.BtError) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def _where(error: errors.DispatchError | errors.UnexpectedOutcome) -> dict[str, Any]:
    """The block that the extrinsic is in: its fee is paid."""
    receipt: Any = error.receipt
    if receipt is None:
        block_hash = getattr(error, "block_hash", None)
        return {"block_hash": block_hash} if block_hash else {}
    return {"extrinsic_hash": receipt.extrinsic_hash, "block_hash": receipt.block_hash}
