"""The options of `stake add` and `stake remove`: amounts, targets, price.

Lists are separated by commas or spaces, `1,2` or `"1 2"`, and options may be repeated.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.options import ToleranceOption

TARGETS, PRICE = "Hotkeys and subnets", "Price"
"""Headings of the help."""

TaoAmountOption = Annotated[
    str | None,
    Option(
        "--amount",
        "--amount-tao",
        metavar="TAO",
        help="Amount in TAO for each hotkey and subnet, or all.",
    ),
]
AlphaAmountOption = Annotated[
    str | None,
    Option(
        "--amount",
        "--amount-alpha",
        "-a",
        metavar="ALPHA",
        help="Amount in alpha for each hotkey and subnet, or all.",
    ),
]
AllTokensOption = Annotated[
    bool,
    Option("--all-tokens", "--all", "-a", help="Stake all available TAO, split evenly."),
]
UnstakeAllOption = Annotated[
    bool,
    Option(
        "--unstake-all", "--all", help="Remove all stake; on every subnet unless --netuid is given."
    ),
]
UnstakeAllAlphaOption = Annotated[
    bool,
    Option("--unstake-all-alpha", "--all-alpha", help="Sell all alpha and stake the TAO on root."),
]
InteractiveOption = Annotated[
    bool, Option("--interactive", "-i", help="Choose stakes and amounts at prompts.")
]


def targets(
    netuids: Annotated[
        list[str] | None,
        Option(
            "--netuid",
            "--netuids",
            "-n",
            metavar="N,N,…",
            help="Netuids of the subnets.",
            rich_help_panel=TARGETS,
        ),
    ] = None,
    all_netuids: Annotated[
        bool, Option("--all-netuids", help="Use every subnet.", rich_help_panel=TARGETS)
    ] = False,
    include_hotkeys: Annotated[
        list[str] | None,
        Option(
            "--include-hotkeys",
            "-in",
            "--hotkey-ss58-address",
            "--hotkey-ss58",
            metavar="NAME|SS58,…",
            help="Hotkeys to use, by name or address.",
            rich_help_panel=TARGETS,
        ),
    ] = None,
    exclude_hotkeys: Annotated[
        list[str] | None,
        Option(
            "--exclude-hotkeys",
            "-ex",
            metavar="NAME|SS58,…",
            help="Use all hotkeys except these.",
            rich_help_panel=TARGETS,
        ),
    ] = None,
    all_hotkeys: Annotated[
        bool,
        Option(
            "--all-hotkeys",
            help="Use all hotkeys: of the wallet to stake, with stake to unstake.",
            rich_help_panel=TARGETS,
        ),
    ] = False,
) -> None:
    """The hotkeys and subnets of a trade."""


def slippage(
    tolerance: ToleranceOption = None,
    safe_staking: Annotated[
        bool | None,
        Option(
            "--safe-staking/--unsafe",
            "--safe/--no-safe-staking",
            "--slippage-protection/--no-slippage-protection",
            help="Trade with a price limit.",
        ),
    ] = None,
    allow_partial_stake: Annotated[
        bool | None,
        Option(
            "--allow-partial-stake/--no-allow-partial-stake",
            "--partial/--no-partial",
            "--allow/--not-allow",
            "--allow-partial/--not-partial",
            help="Trade in part, as far as the price limit allows.",
        ),
    ] = None,
) -> None:
    """The price protection of a trade."""
