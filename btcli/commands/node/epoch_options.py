"""The options of `node advance` for epochs."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btsdk.integers import NETUID_MAX

EpochOption = Annotated[
    bool, Option("--epoch", help="Produce blocks until the next epoch of the subnet.")
]
EpochNetuidOption = Annotated[
    int | None,
    Option("--netuid", "-n", min=0, max=NETUID_MAX, help="Subnet of --epoch; 1 if omitted."),
]
