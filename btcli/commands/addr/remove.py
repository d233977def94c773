"""Remove a saved address.

Only the name is removed; the account on the chain is not changed.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import address_book
from btcli.command import command
from btcli.commands.addr import entries
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


@command(options.prompts, options.output, data=entries.SavedAddressData)
def run(context: Context, saved: entries.NameArgument) -> Result:
    return removed(context, saved)


def removed(context: Context, name: str) -> Result:
    """Remove it, after a confirmation if more than a name is lost."""
    saved = address_book.existing(name)
    if saved.proxy is not None and saved.proxy.height is not None:
        # The chain does not store what the removal of the account has to name.
        context.confirm(f"{name} also says how to remove a pure proxy. Remove it?")
    address_book.remove(name)
    line = Line(f"Removed {name}, which was {saved.address}.")
    return Result({"address": entries.document(saved)}, (line,))
