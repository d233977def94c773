"""What is said where secrets may be seen by others: key files, and words on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from btcli.context import Context

if TYPE_CHECKING:
    from btsdk.wallet import Finding
    from btsdk.wallet.stored import StoredKey


def of_secret(context: Context, **options: str | None) -> None:
    """Warn of options that hold a secret, each by its name."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]
    if given:
        context.output.warn(
            f"Warning: {' and '.join(given)}: a secret on the command line stays in the shell's "
            "history, and every process can see it. Without the option it is asked for."
        )


def of_findings(context: Context, findings: Iterable[Finding]) -> None:
    """Warn of what is wrong with key files."""
    for finding in findings:
        context.output.warn(f"Warning: {finding}")


def of_modes(context: Context, stored: StoredKey) -> None:
    """Warn where others can read the key that is to be used, or exchange its files."""
    from btsdk.wallet.checking import check_modes  # noqa: PLC0415  # start-up: only to unlock

    of_findings(context, check_modes(stored))
