"""The option that names a block, and the view of that block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

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


def view_at(client: Client, block: str | None) -> View:
    """The view of the block that the option names."""
    if block is None:
        return client.head()
    if block == FINALIZED:
        return client.finalized()
    return client.at(int(block) if block.isdecimal() else block)
