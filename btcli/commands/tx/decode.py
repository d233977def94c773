"""Decode the hex of an extrinsic or of a call, by the metadata of a chain.

HEX is the bytes of a signed or unsigned extrinsic, or the data of a call alone. With --at it is
decoded by the runtime of that block.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from typer import Argument

from btcli import options
from btcli.accounts import known_names
from btcli.accounts.selection import hex_bytes
from btcli.block_option import BlockOption, view_at
from btcli.command import command
from btcli.commands.tx.decoding import ExtrinsicDocument, decoded
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.render.calls import call_rows


class DecodedData(TypedDict):
    """The result of `tx decode`."""

    block: int
    call: Annotated[Any, "`call` and `args`; calls inside it in the same form"]
    call_hash: str
    extrinsic: Annotated[ExtrinsicDocument | None, "null for the data of a call"]


@command(options.wallet_path, *options.READING, data=DecodedData)
def run(
    context: Context,
    data: Annotated[str, Argument(metavar="HEX", help="Hex of an extrinsic or of a call.")],
    at: BlockOption = None,
) -> Result:
    content = hex_bytes(data, "the argument")
    with context.client() as client:
        view = view_at(client, at)
    metadata = view.at.metadata
    found = decoded(metadata, content)
    rows = list(call_rows(metadata, found.call, known_names.of_addresses(context)))
    rows += [("call hash", found.call_hash), *found.rows()]
    document = {"call": found.call, "call_hash": found.call_hash, "extrinsic": found.extrinsic}
    return Result({"block": view.number, **document}, (Facts(rows),))
