"""List the saved proxies.

`btcli addr list` lists all saved addresses.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import address_book
from btcli.command import command
from btcli.commands.addr import entries
from btcli.commands.addr.list import AddressesData
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=AddressesData)
def run(context: Context) -> Result:
    saved = sorted(address_book.load().values(), key=lambda entry: entry.name)
    found = [entry for entry in saved if entry.proxy is not None]
    data = {
        "file": str(address_book.path()),
        "addresses": [entries.document(entry) for entry in found],
    }
    return Result(data, (entries.table(found, "No proxies are saved."),))
