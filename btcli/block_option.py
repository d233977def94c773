"""The options that name blocks and extrinsics, and the view of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

if TYPE_CHECKING:
    from btsdk.client import Client, View

FINALIZED = "finalized"

BlockOption = Annotated[
    str | None,
    Option(
        "--at", "--block", "--block-hash", metavar="BLOCK",
        help="Block to read: its number, its hash, or finalized; by default the newest.",
    ),
]  # fmt: skip

BlockArgument = Annotated[
    str | None,
    Argument(metavar="BLOCK", help="Number or hash of the block, or finalized; default: newest."),
]
BlocksOption = Annotated[
    int, Option("--blocks", min=1, help="Number of blocks to read, up to BLOCK.")
]

IndexOption = Annotated[
    int | None, Option("--index", min=0, help="Show this extrinsic of the block in full.")
]
ExtrinsicHashOption = Annotated[
    str | None,
    Option(
        "--hash", metavar="HASH", help="Show the extrinsic with this hash, searched near BLOCK."
    ),
]
SignerOption = Annotated[
    str | None, Option("--signer", metavar="NAME|SS58", help="Only those of this account.")
]
CallOption = Annotated[
    str | None, Option("--call", metavar="NAME", help="Only these calls: Pallet or Pallet.call.")
]


def view_at(client: Client, block: str | None) -> View:
    """The view of the block that the option names."""
    if block is None:
        return client.head()
    if block == FINALIZED:
        return client.finalized()
    return client.at(int(block) if block.isdecimal() else block)
