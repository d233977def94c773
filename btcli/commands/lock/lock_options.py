"""The options of the `lock` commands."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Option

from btcli.options import WALLET
from btsdk.errors import UsageError

Mode = Literal["perpetual", "decaying"]
_MODES: tuple[Mode, ...] = ("perpetual", "decaying")

ModeOption = Annotated[
    str | None,
    Option(
        "--mode",
        metavar="MODE",
        help="perpetual: the lock keeps its amount; decaying: it is released with time.",
    ),
]
PerpetualOption = Annotated[
    bool | None,
    Option("--perpetual/--decaying", help="The same as --mode perpetual, --mode decaying."),
]
AmountOption = Annotated[
    str | None,
    Option("--amount", "--amount-alpha", "-a", metavar="ALPHA", help="Amount in alpha, or all."),
]
EverythingOption = Annotated[bool, Option("--all", help="Lock all alpha that is free.")]
GraphOption = Annotated[
    bool, Option("--graph", help="Show how lock and conviction change with time.")
]


def mode_of(text: str | None, perpetual: bool | None = None) -> Mode | None:
    """The mode of either option; raises `UsageError`."""
    flag: Mode | None = None
    if perpetual is not None:
        flag = "perpetual" if perpetual else "decaying"
    if text is None:
        return flag
    for mode in _MODES:
        if text.strip().lower() == mode:
            if flag not in (None, mode):
                raise UsageError(f"--mode {mode} contradicts --{flag}")
            return mode
    raise UsageError(f"there is no mode {text!r}", hint="One of: perpetual, decaying.")


def target(
    hotkey: Annotated[
        str | None,
        Option(
            "--hotkey",
            "--hotkey-ss58",
            "--hotkey-ss58-address",
            "--wallet-hotkey",
            "-H",
            metavar="NAME|SS58",
            help="Hotkey to lock to; by default that of the present lock, or of the wallet.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """The hotkey of a lock."""
