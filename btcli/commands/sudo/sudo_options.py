"""Options of the `sudo` commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.options import ToleranceOption

ParameterOption = Annotated[
    str | None,
    Option("--param", "--parameter", metavar="NAME", help="Name of the hyperparameter."),
]
ValueOption = Annotated[
    str | None,
    Option("--value", help="New value in its unit, such as 360, 12.5%, 0.5 (TAO), on or off."),
]
NormalizeOption = Annotated[
    bool,
    Option("--normalize/--no-normalize", help="Read a share as a fraction of one: 1 is 100 %."),
]
TakeOption = Annotated[
    str | None, Option("--take", "-t", metavar="SHARE", help="The take, such as 18% or 0.18.")
]
MaxUidsOption = Annotated[
    int,
    Option("--max", "--max-uids", "--max-n", min=0, max=65_535, metavar="N", help="Uids to keep."),
]
ProposalOption = Annotated[
    str,
    Option("--proposal", "--proposal-hash", metavar="HASH", help="Hash of the motion, in hex."),
]
ApproveOption = Annotated[
    bool | None, Option("--vote-aye/--vote-nay", "--aye/--nay", help="Vote for or against it.")
]
ThresholdOption = Annotated[
    int, Option("--threshold", min=0, metavar="N", help="Ayes that it needs to pass.")
]
BurnAmountOption = Annotated[
    str, Option("--amount", "--amount-tao", "-a", metavar="TAO", help="Amount in TAO.")
]


def protection(
    tolerance: ToleranceOption = None,
    safe_staking: Annotated[
        bool | None,
        Option(
            "--safe-staking/--unsafe",
            "--safe/--no-safe-staking",
            "--slippage-protection/--no-slippage-protection",
            help="Buy with a price limit.",
        ),
    ] = None,
) -> None:
    """The price protection of a purchase."""
