"""The options of commands that read a transaction from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

FileArgument = Annotated[
    str, Argument(metavar="FILE", help="File of the transaction; - for standard input.")
]
ClockOption = Annotated[
    bool, Option("--ignore-clock", help="Sign also if the era has ended by this machine's clock.")
]
ExpectedNetworkOption = Annotated[
    str | None,
    Option(
        "--network", "--subtensor-network", "--chain", "--subtensor-chain-endpoint",
        metavar="NAME", help="Refuse a transaction for another network than this.",
    ),
]  # fmt: skip
NewFileOption = Annotated[
    Path | None, Option("--file", "-f", metavar="FILE", help="New file to write.")
]
SignerOption = Annotated[
    str | None,
    Option(
        "--signer",
        metavar="NAME|SS58",
        help="Account that will sign; by default the wallet's coldkey.",
    ),
]
NonceOption = Annotated[
    int | None,
    Option("--nonce", min=0, help="Nonce of the transaction; by default the signer's next one."),
]
