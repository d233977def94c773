"""The option that makes a transaction one of a multisig."""

from __future__ import annotations

from typing import Annotated

from typer import Option


def multisig(
    multisig: Annotated[
        str | None,
        Option(
            "--multisig",
            metavar="NAME",
            help="Act for this saved multisig: open or approve the call.",
            rich_help_panel="Transaction",
        ),
    ] = None,
) -> None:
    """The option of multisigs."""
