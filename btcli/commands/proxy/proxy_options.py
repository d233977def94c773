"""The options of the `proxy` commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

_U32_MAX = (1 << 32) - 1
_U16_MAX = (1 << 16) - 1

DelegateOption = Annotated[
    str, Option("--delegate", metavar="NAME|SS58", help="Proxy: the account that may act.")
]
OptionalDelegateOption = Annotated[
    str | None,
    Option("--delegate", metavar="NAME|SS58", help="Proxy: the account that may act."),
]
ProxyTypeOption = Annotated[
    str, Option("--proxy-type", metavar="TYPE", help="Calls that are allowed: Any, Staking …")
]
PureTypeOption = Annotated[
    str | None,
    Option("--proxy-type", metavar="TYPE", help="Type it was created with; Any if omitted."),
]
OptionalProxyTypeOption = Annotated[
    str | None,
    Option("--proxy-type", metavar="TYPE", help="Type of the proxy; found if omitted."),
]
DelayOption = Annotated[
    int,
    Option(
        "--delay",
        min=0,
        max=_U32_MAX,
        metavar="BLOCKS",
        help="Delay of each call after its announcement; 0 needs no announcement.",
    ),
]
OptionalDelayOption = Annotated[
    int | None,
    Option(
        "--delay",
        min=0,
        max=_U32_MAX,
        metavar="BLOCKS",
        help="Delay of the proxy; found if omitted.",
    ),
]
IndexOption = Annotated[
    int | None,
    Option(
        "--index",
        "--idx",
        min=0,
        max=_U16_MAX,
        help="Number of the account among those created in one transaction; usually 0.",
    ),
]
RealOption = Annotated[
    str | None, Option("--real", metavar="NAME|SS58", help="Account that is acted for.")
]
OlderProxyOption = Annotated[str | None, Option("--proxy", "--proxy-for", hidden=True)]
"""Older versions take the account to act for from here if `--real` is not given."""
HeightOption = Annotated[
    int | None,
    Option(
        "--height", min=0, max=_U32_MAX, metavar="BLOCK", help="Block that created the account."
    ),
]
ExtrinsicIndexOption = Annotated[
    int | None,
    Option(
        "--ext-index",
        "--ext-idx",
        min=0,
        max=_U32_MAX,
        metavar="N",
        help="Number of the extrinsic in that block.",
    ),
]
SpawnerOption = Annotated[
    str | None,
    Option(
        "--spawner",
        metavar="NAME|SS58",
        help="Account that created it; the wallet's coldkey if omitted.",
    ),
]
SaveOption = Annotated[
    str | None, Option("--save", metavar="NAME", help="Save the new account under this name.")
]
