"""Remove a saved proxy.

Only the name is removed; the account on the chain is not changed.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.addr import entries, remove
from btcli.commands.config import proxy_options
from btcli.context import Context
from btcli.output import Result


@command(options.prompts, options.output, data=entries.SavedAddressData)
def run(context: Context, name: proxy_options.NameOption) -> Result:
    return remove.removed(context, name)
