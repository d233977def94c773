"""Save the address of a proxy under a name.

The name can be used with --proxy and wherever an address can; `btcli addr list` lists it.
"""

from __future__ import annotations

from dataclasses import replace

from btcli import options
from btcli.accounts import address_book, known_names
from btcli.accounts.address_book import SavedAddress, SavedProxy
from btcli.command import command
from btcli.commands.addr import entries
from btcli.commands.config import proxy_options
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.keys import ss58
from btsdk.reads.proxies import proxy_type_of


@command(options.output, data=entries.SavedAddressData)
def run(
    context: Context,
    name: proxy_options.NameOption,
    address: proxy_options.SavedAddressOption,
    proxy_type: proxy_options.ProxyTypeOption = None,
    spawner: proxy_options.SpawnerOption = None,
    delay: proxy_options.DelayOption = None,
    note: proxy_options.NoteOption = None,
) -> Result:
    known_names.check_free(context, address_book.check_name(name))
    ss58.decode(address)
    if spawner is not None:
        ss58.decode(spawner)
    proxy = SavedProxy(proxy_type_of(proxy_type or "Any"), spawner, delay or 0)
    entry = SavedAddress(name, address, note or "", proxy)
    address_book.save(entry)
    data = {"address": entries.document(replace(entry, file=address_book.path()))}
    return Result(data, (Line(f"Saved {address} as {name} in {address_book.path()}."),))
