"""The options of `stake move`, `stake swap` and `stake transfer`."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.options import ToleranceOption
from btsdk.integers import NETUID_MAX

OriginNetuidOption = Annotated[
    int,
    Option(
        "--origin-netuid",
        "--netuid",
        "-n",
        min=0,
        max=NETUID_MAX,
        metavar="N",
        help="Netuid of the stake.",
    ),
]
DestinationNetuidOption = Annotated[
    int | None,
    Option(
        "--dest-netuid",
        min=0,
        max=NETUID_MAX,
        metavar="N",
        help="Netuid to receive it; the same if omitted.",
    ),
]
SwapOriginOption = Annotated[
    int,
    Option(
        "--origin-netuid",
        "--origin",
        "-o",
        min=0,
        max=NETUID_MAX,
        metavar="N",
        help="Netuid of the stake.",
    ),
]
SwapDestinationOption = Annotated[
    int,
    Option(
        "--dest-netuid",
        "--dest",
        "-d",
        min=0,
        max=NETUID_MAX,
        metavar="N",
        help="Netuid to receive it.",
    ),
]
DestinationHotkeyOption = Annotated[
    str,
    Option(
        "--dest",
        "--dest-ss58",
        "--to",
        "-d",
        metavar="NAME|SS58",
        help="Hotkey to receive it, by name or address.",
    ),
]
DestinationColdkeyOption = Annotated[
    str,
    Option(
        "--dest",
        "--dest-ss58",
        "--dest-coldkey",
        "-d",
        metavar="WALLET|SS58",
        help="Coldkey to receive it: an address, a wallet or a saved name.",
    ),
]
AmountOption = Annotated[
    str | None,
    Option("--amount", "--amount-alpha", "-a", metavar="ALPHA", help="Amount in alpha, or all."),
]
EverythingOption = Annotated[
    bool, Option("--stake-all", "--swap-all", "--all", help="Take all of the stake.")
]


def protection(
    tolerance: ToleranceOption = None,
    safe_staking: Annotated[
        bool | None,
        Option(
            "--safe-staking/--unsafe",
            "--safe/--no-safe-staking",
            "--slippage-protection/--no-slippage-protection",
            help="Use a price limit.",
        ),
    ] = None,
) -> None:
    """The price protection of a move between subnets."""
