"""Choose another symbol for the token of a subnet that you own.

Without a symbol, the free ones are listed.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SetSymbol

_SHOWN = 60
"""How many free symbols are listed."""


class SetSymbolData(TransactionData):
    """The result of `subnets set-symbol`."""

    netuid: int
    symbol: str


@command(*options.TRANSACTING, data=SetSymbolData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    symbol: Annotated[str | None, Argument(help="The new symbol.")] = None,
    named: Annotated[str | None, Option("--symbol", hidden=True)] = None,
) -> Result:
    symbol = symbol or named
    with context.client() as client:
        if symbol is None:
            free = client.head().free_symbols()
            rest = f" and {len(free) - _SHOWN:,} more" if len(free) > _SHOWN else ""
            hint = f"Put it after the options. Free: {' '.join(free[:_SHOWN])}{rest}."
            raise UsageError("no symbol given", hint=hint)
        outcome = transact(context, client, SetSymbol(netuid, symbol))
    return outcome.result(netuid=netuid, symbol=symbol)
