"""Let another account act for the coldkey.

A type limits the calls: Any allows all, Staking those of stakes, and so on. With a delay each call
is announced first, and can be rejected until it ends. The account reserves a deposit.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.proxy import proxy_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import AddProxy


class ProxyAddedData(TransactionData):
    """The result of `proxy add`."""

    delegate: str
    proxy_type: str
    delay: int


@command(*options.TRANSACTING, data=ProxyAddedData)
def run(
    context: Context,
    delegate: proxy_options.DelegateOption,
    proxy_type: proxy_options.ProxyTypeOption = "Any",
    delay: proxy_options.DelayOption = 0,
) -> Result:
    account = selection.account(context, delegate)
    operation = AddProxy(account, proxy_type, delay)  # type: ignore[arg-type]  # it checks the type
    with context.client() as client:
        outcome = transact(context, client, operation)
    return outcome.result(delegate=account, proxy_type=proxy_type, delay=delay)
