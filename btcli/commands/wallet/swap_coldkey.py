"""Move everything of a coldkey to a new one: announce, execute, dispute, clear or check.

`announce` starts the delay of the chain and costs TAO; afterwards `execute` moves subnets, hotkeys,
stake and TAO. Until then the coldkey can do nothing else. `clear` cancels the announcement after a
further delay; `dispute` stops a swap that you did not announce.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.wallet import coldkey_swaps
from btcli.context import Context
from btcli.output import Result


@command(*options.TRANSACTING, data=coldkey_swaps.ColdkeySwapData)
def run(
    context: Context,
    action: Annotated[
        str | None,
        Argument(metavar="[ACTION]", help="One of: announce, execute, dispute, clear, check."),
    ] = None,
    new_coldkey: coldkey_swaps.NewColdkeyOption = None,
) -> Result:
    chosen = coldkey_swaps.action_of(context, action)
    if chosen == "check":
        with context.client() as client:
            return coldkey_swaps.of_coldkey(client.head(), proxy_account.coldkey(context))
    return coldkey_swaps.carry_out(context, chosen, new_coldkey)
