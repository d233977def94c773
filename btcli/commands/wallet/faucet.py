"""Get TAO from the faucet of a test chain with a proof of work.

Local chains have a faucet; finney has none.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import Faucet


@command(*options.TRANSACTING, data=TransactionData)
def run(context: Context, processes: options.ProcessesOption = None) -> Result:
    with context.client() as client:
        return transact(context, client, Faucet(processes=processes)).result()
