"""Save an address under a name.

The name can be used wherever an address can. It must not be the name of a wallet or a hotkey.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.accounts import address_book, known_names
from btcli.accounts.address_book import SavedAddress
from btcli.command import command
from btcli.commands.addr import entries
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.keys import ss58


@command(options.wallet_path, options.output, data=entries.SavedAddressData)
def run(
    context: Context,
    name: Annotated[str, Argument(metavar="NAME", help="New name.")],
    address: Annotated[str, Argument(metavar="ADDRESS", help="Address in ss58.")],
    note: Annotated[str, Option("--note", help="Note that is shown in the list.")] = "",
    overwrite: Annotated[
        bool, Option("--overwrite", help="Replace the address that has this name.")
    ] = False,
) -> Result:
    known_names.check_free(context, address_book.check_name(name))
    ss58.decode(address)
    entry = SavedAddress(name, address, note)
    address_book.save(entry, overwrite=overwrite)
    data = {"address": entries.document(replace(entry, file=address_book.path()))}
    return Result(data, (Line(f"Saved {address} as {name} in {address_book.path()}."),))
