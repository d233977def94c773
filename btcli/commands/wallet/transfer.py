"""Send TAO to an address, a wallet or a saved name.

The sender keeps the existential deposit unless --allow-death is given.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options, trade
from btcli.accounts import selection
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import Transfer, TransferAll


@command(*options.TRANSACTING, data=TransactionData)
def run(
    context: Context,
    destination: options.DestinationOption,
    amount: options.TransferAmountOption = None,
    everything: Annotated[bool, Option("--all", help="Send everything that can be sent.")] = False,
    allow_death: Annotated[
        bool, Option("--allow-death", help="Allow the sending account to be emptied and removed.")
    ] = False,
) -> Result:
    tao = trade.tao_or_all(amount, everything)
    dest = selection.account(context, destination)
    operation: Transfer | TransferAll = TransferAll(dest, keep_alive=not allow_death)
    if tao != "all":
        operation = Transfer(dest, tao, allow_death)
    with context.client() as client:
        return transact(context, client, operation).result()
