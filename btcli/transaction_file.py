"""Files of transactions: written by one machine, signed on another, submitted by a third.

They hold no secret. A file is also read from the JSON document of the command that made it, and
from standard input (`-`).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from btcli.context import Context
from btcli.terminal.visible import json_text
from btsdk.atomic_file import replacing
from btsdk.errors import OfflineTransactionError, UsageError

if TYPE_CHECKING:
    from btsdk.tx.offline import OfflineTransaction
    from btsdk.tx.prepare import Plan

STDIN = "-"
_LONGEST = 64 << 20
"""Bytes: far more than a transaction with its metadata has."""


def read(file: str) -> OfflineTransaction:
    """The transaction of a file; raises `OfflineTransactionError` for one that is not as it was
    built."""
    from btsdk.tx.offline import OfflineTransaction  # noqa: PLC0415  # start-up: few commands

    return OfflineTransaction.from_json(_unwrapped(_content(file)))


def write_new(context: Context, plan: Plan, path: Path) -> dict[str, Any]:
    """Write the unsigned transaction of a plan to a file that does not exist yet; its content."""
    from btsdk.tx.offline import OfflineTransaction  # noqa: PLC0415  # as above

    path = path.expanduser()
    if os.path.lexists(path):
        raise UsageError(f"{path} exists already", hint="Nothing was changed. Choose another name.")
    made = OfflineTransaction.of(plan)
    write(made, path)
    context.output.say(f"Wrote the transaction to {path}. To sign it: `btcli tx sign {path}`.")
    return made.to_json()


def made(context: Context, plan: Plan, path: Path | None) -> dict[str, Any]:
    """The content of the unsigned transaction of a plan, written to a new file if one is named."""
    from btsdk.tx.offline import OfflineTransaction  # noqa: PLC0415  # as above

    if path is not None:
        return write_new(context, plan, path)
    return OfflineTransaction.of(plan).to_json()


def target(file: str, to: Path | None) -> Path:
    """The file to write to: another one, or the one that was read."""
    if to is None and file == STDIN:
        raise UsageError("standard input cannot be written to", hint="Add --file FILE.")
    return Path(file) if to is None else to


def write(transaction: OfflineTransaction, path: Path) -> None:
    """Write the file, whole or not at all."""
    content = json_text(transaction.to_json(), indent=2) + "\n"
    try:
        with replacing(path.expanduser(), flush=True) as file:
            file.write(content.encode())
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _content(file: str) -> bytes:
    try:
        if file == STDIN:
            data = sys.stdin.read(_LONGEST).encode()
        else:
            with Path(file).expanduser().open("rb") as opened:
                data = opened.read(_LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise UsageError(f"{file} cannot be read: {reason}") from error
    if len(data) == _LONGEST:
        raise OfflineTransactionError(f"{file} is too long for a transaction")
    return data


def _unwrapped(data: bytes) -> str:
    """The transaction alone, of the document of `tx build --json-output`."""
    try:
        document: Any = json.loads(data)
    except ValueError:
        return data.decode(errors="replace")
    match document:
        case {"success": True, "data": {"transaction": {**inner}}}:
            return json.dumps(inner)
    return json.dumps(document)
