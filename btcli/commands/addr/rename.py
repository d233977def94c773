"""Rename a saved address."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from btcli import options
from btcli.accounts import address_book, known_names
from btcli.command import command
from btcli.commands.addr import entries
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


@command(options.wallet_path, options.output, data=entries.SavedAddressData)
def run(
    context: Context,
    saved: entries.NameArgument,
    new_name: Annotated[str, Argument(metavar="NEW_NAME", help="New name.")],
) -> Result:
    known_names.check_free(context, address_book.check_name(new_name))
    renamed = address_book.rename(saved, new_name)
    line = Line(f"Renamed {saved} to {new_name}, which is {renamed.address}.")
    return Result({"address": entries.document(renamed)}, (line,))
