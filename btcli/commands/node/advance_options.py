"""The options of `node advance`."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX

CountArgument = Annotated[int | None, Argument(metavar="[BLOCKS]", help="Number of blocks.", min=1)]
BlocksOption = Annotated[
    int | None, Option("--blocks", min=1, help="Number of blocks, as an option.")
]
EpochOption = Annotated[
    bool, Option("--epoch", help="Produce blocks until the next epoch of the subnet.")
]
NetuidOption = Annotated[
    int | None,
    Option("--netuid", "-n", min=0, max=NETUID_MAX, help="Subnet of --epoch; 1 if omitted."),
]


def check(count: int | None, blocks: int | None, epoch: bool, netuid: int | None) -> None:
    """Raise `UsageError` if the options contradict each other."""
    if epoch and (count, blocks) != (None, None):
        raise UsageError("give either a number of blocks or --epoch")
    if netuid is not None and not epoch:
        raise UsageError("--netuid needs --epoch")
    if count is not None and blocks is not None:
        raise UsageError("give the number of blocks once, as an argument or with --blocks")
