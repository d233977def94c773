"""Take the right to act for the coldkey from another account.

If the delegate has only one such right, its type and delay need not be given. A pure proxy is lost
for good with its last proxy.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.proxy import proxy_options, removal
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import RemoveProxies


class ProxyRemovedData(TransactionData):
    """The result of `proxy remove`."""

    delegate: Annotated[str | None, "null with `--all`, like the fields below"]
    proxy_type: str | None
    delay: int | None


@command(*options.TRANSACTING, data=ProxyRemovedData)
def run(
    context: Context,
    delegate: proxy_options.OptionalDelegateOption = None,
    everything: Annotated[bool, Option("--all", help="Remove all proxies.")] = False,
    proxy_type: proxy_options.OptionalProxyTypeOption = None,
    delay: proxy_options.OptionalDelayOption = None,
) -> Result:
    removal.check(delegate, everything, proxy_type, delay)
    account = None if delegate is None else selection.account(context, delegate)
    with context.client() as client:
        if account is None:
            outcome = transact(context, client, RemoveProxies())
            return outcome.result(delegate=None, proxy_type=None, delay=None)
        one = removal.only_entry(context, client, account, proxy_type, delay)
        outcome = transact(context, client, one)
    return outcome.result(delegate=account, proxy_type=one.proxy_type, delay=one.delay)
