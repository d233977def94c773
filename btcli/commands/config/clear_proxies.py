"""Remove all saved proxies.

Other saved addresses, and the accounts on the chain, are not changed. The names that an older btcli
saved are kept in its file.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import address_book
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class ClearedProxiesData(TypedDict):
    """The result of `config clear-proxies`."""

    removed: list[str]


@command(options.prompts, options.output, data=ClearedProxiesData)
def run(context: Context) -> Result:
    file = address_book.path()
    saved = address_book.load().values()
    names = [entry.name for entry in saved if entry.proxy is not None and entry.file == file]
    if names:
        context.confirm(f"Remove {', '.join(names)}?")
    address_book.remove(*names)
    line = Line(f"Removed {', '.join(names)}." if names else "No proxies are saved.")
    return Result({"removed": names}, (line,))
