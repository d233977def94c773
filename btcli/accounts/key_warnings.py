"""Warnings about exposed secrets: in options, and in key files that others can access."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from btcli.context import Context

if TYPE_CHECKING:
    from btsdk.wallet import Finding
    from btsdk.wallet.stored import StoredKey


def of_secret(context: Context, **options: str | None) -> None:
    """Warn about options that hold a secret."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]
    if given:
        context.output.warn(
            f"Warning: {' and '.join(given)}: a secret on the command line stays in the shell's "
            "history and is visible to other processes. Omit the option to be prompted."
        )


def of_findings(context: Context, findings: Iterable[Finding]) -> None:
    """Warn about problems of key files."""
    for finding in findings:
        context.output.warn(f"Warning: {finding}")


def of_modes(context: Context, stored: StoredKey) -> None:
    """Warn if other users can read or replace the files of a key."""
    from btsdk.wallet.checking import check_modes  # noqa: PLC0415  # start-up: only to unlock

    of_findings(context, check_modes(stored))
