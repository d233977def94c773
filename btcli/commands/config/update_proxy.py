"""Change what is saved of a proxy.

Options that are not given keep their values. The account on the chain is not changed.
"""

from __future__ import annotations

from dataclasses import replace

from btcli import options
from btcli.accounts import address_book
from btcli.accounts.address_book import SavedProxy
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
    address: proxy_options.NewAddressOption = None,
    proxy_type: proxy_options.ProxyTypeOption = None,
    spawner: proxy_options.SpawnerOption = None,
    delay: proxy_options.DelayOption = None,
    note: proxy_options.NoteOption = None,
) -> Result:
    saved = address_book.existing(name)
    for given in (address, spawner):
        if given is not None:
            ss58.decode(given)
    known = saved.proxy or SavedProxy("Any")
    proxy = replace(
        known,
        proxy_type=proxy_type_of(proxy_type or known.proxy_type),
        spawner=spawner or known.spawner,
        delay=known.delay if delay is None else delay,
    )
    changed = replace(
        saved,
        address=address or saved.address,
        proxy=proxy,
        note=saved.note if note is None else note,
        file=address_book.path(),
    )
    address_book.save(changed, overwrite=True)
    line = Line(f"{name} is {changed.address}, {entries.kind(changed)}.")
    return Result({"address": entries.document(changed)}, (line,))
