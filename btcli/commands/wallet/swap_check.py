"""Show the announced coldkey swap of a wallet or an address, or all announced swaps."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.wallet import coldkey_swaps
from btcli.context import Context
from btcli.output import Result


@command(
    options.wallet_name,
    options.wallet_path,
    *options.READING,
    data=coldkey_swaps.ColdkeySwapsData,
)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    every: Annotated[bool, Option("--all", "-a", help="Show all announced swaps.")] = False,
) -> Result:
    coldkey = None if every else selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        if coldkey is None:
            return coldkey_swaps.of_all(view)
        return coldkey_swaps.of_coldkey(view, coldkey)
