"""Show a block: its header, time, author and extrinsics.

BLOCK is a number, a hash, or finalized; by default the newest block.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import block_contents, options
from btcli.accounts import known_names
from btcli.block_option import BlockArgument, view_at
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts


class BlockData(TypedDict):
    """The result of `block`."""

    number: int
    hash: str
    parent_hash: str
    state_root: str
    extrinsics_root: str
    timestamp: Annotated[str | None, "in UTC; null at genesis"]
    author: str | None
    digest: list[str]
    spec_version: int
    events: int
    extrinsics: list[block_contents.ExtrinsicInBlockDocument]


@command(options.wallet_path, *options.READING, data=BlockData)
def run(context: Context, block: BlockArgument = None) -> Result:
    with context.client() as client:
        view = view_at(client, block)
        found = view.block()
    extrinsics = [block_contents.extrinsic_document(found, one) for one in found.extrinsics]
    header = found.header
    data = {
        "number": found.number,
        "hash": found.hash,
        "parent_hash": header.parent_hash,
        "state_root": header.state_root,
        "extrinsics_root": header.extrinsics_root,
        "timestamp": None if found.timestamp is None else found.timestamp.isoformat(),
        "author": found.author,
        "digest": list(found.digest),
        "spec_version": view.at.runtime.spec_version,
        "events": len(found.events),
    }
    shown = {name: value for name, value in data.items() if name != "digest" and value is not None}
    facts = Facts([(name.replace("_", " "), str(value)) for name, value in shown.items()])
    table = block_contents.extrinsics_table(extrinsics, known_names.of_addresses(context))
    return Result(data | {"extrinsics": extrinsics}, (facts, table))
