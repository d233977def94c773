"""List the saved addresses.

Names that an older btcli saved are listed, too; they are read from its file.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import address_book
from btcli.command import command
from btcli.commands.addr import entries
from btcli.context import Context
from btcli.output import Result


class AddressesData(TypedDict):
    """The result of `addr list`."""

    file: str
    addresses: list[entries.SavedAddressDocument]


@command(options.output, data=AddressesData)
def run(context: Context) -> Result:
    found = sorted(address_book.load().values(), key=lambda entry: entry.name)
    data = {
        "file": str(address_book.path()),
        "addresses": [entries.document(entry) for entry in found],
    }
    return Result(data, (entries.table(found),))
