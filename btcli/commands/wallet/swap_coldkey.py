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
from btcli.terminal.block import Block
from btcli.transaction import transact


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
    coldkey = proxy_account.coldkey(context)
    if chosen == "check":
        with context.client() as client:
            return coldkey_swaps.of_coldkey(client.head(), coldkey)
    operation = coldkey_swaps.operation_of(context, chosen, new_coldkey)
    with context.client() as client:
        outcome = transact(context, client, operation)
        shown: tuple[Block, ...] = ()
        document = None
        if outcome.done is not None:
            view = client.at(outcome.done.block_hash)
            shown, document = coldkey_swaps.afterwards(view, chosen, coldkey)
    return outcome.result(*shown, action=chosen, coldkey=coldkey, swap=document)
