"""List the saved multisigs."""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import address_book
from btcli.command import command
from btcli.commands.multisig import signers
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.terminal.block import Block


class MultisigsData(TypedDict):
    """The result of `multisig list`."""

    multisigs: list[signers.SetDocument]


@command(options.output, data=MultisigsData)
def run(context: Context) -> Result:
    saved = sorted(address_book.load().values(), key=lambda entry: entry.name)
    found = [
        signers.ChosenSet(entry.name, entry.address, entry.multisig)
        for entry in saved
        if entry.multisig is not None
    ]
    empty = Line("No multisigs are saved. Save one: `btcli multisig save NAME`.")
    blocks: tuple[Block, ...] = tuple(one.facts() for one in found) or (empty,)
    return Result({"multisigs": [one.document() for one in found]}, blocks)
