"""The options of `wallet overview`: which neurons, in which order."""

from __future__ import annotations

from typing import Annotated

from typer import Option

AllWalletsOption = Annotated[bool, Option("--all", "-a", help="Show all wallets.")]
SortByOption = Annotated[
    str | None,
    Option(
        "--sort-by",
        metavar="COLUMN",
        help="Sort the neurons of each subnet by a column, such as stake or emission.",
    ),
]
SortOrderOption = Annotated[
    str | None, Option("--sort-order", metavar="ORDER", help="Sort order: asc or desc.")
]


def neurons(
    netuids: Annotated[
        list[str] | None,
        Option("--netuids", "--netuid", "-n", metavar="N,N,…", help="Show these subnets only."),
    ] = None,
    include_hotkeys: Annotated[
        list[str] | None,
        Option(
            "--include-hotkeys",
            "-in",
            metavar="NAME|SS58,…",
            help="Show these hotkeys only, by name or address.",
        ),
    ] = None,
    exclude_hotkeys: Annotated[
        list[str] | None,
        Option(
            "--exclude-hotkeys", "-ex", metavar="NAME|SS58,…", help="Show all hotkeys except these."
        ),
    ] = None,
) -> None:
    """The neurons to show."""
