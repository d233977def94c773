"""List the proxies of an account, and the calls that they announced.

With --acts-for, also list the accounts for which it may act itself; that reads the proxies of all
accounts.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import known_names, selection
from btcli.command import command
from btcli.commands.proxy import listing
from btcli.context import Context
from btcli.output import Result


@command(options.wallet_name, options.wallet_path, *options.READING, data=listing.ProxiesData)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    acts_for: Annotated[
        bool, Option("--acts-for", help="List the accounts that it may act for.")
    ] = False,
) -> Result:
    account = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        found = listing.read(view, account, acts_for)
    names = known_names.of_addresses(context)
    return Result(listing.document(found), listing.tables(found, names))
