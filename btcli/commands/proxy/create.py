"""Create a pure proxy: an account without a key.

The coldkey acts for it as its proxy. The removal of the account has to name where it was created:
--save keeps that, with the address, under a name.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.proxy import proxy_options, pure
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import CreatePureProxy


@command(*options.TRANSACTING, data=pure.PureProxyData)
def run(
    context: Context,
    proxy_type: proxy_options.ProxyTypeOption = "Any",
    delay: proxy_options.DelayOption = 0,
    index: proxy_options.IndexOption = None,
    save: proxy_options.SaveOption = None,
) -> Result:
    if save is not None:
        pure.check_new_name(context, save)
    operation = CreatePureProxy(proxy_type, delay, index or 0)  # type: ignore[arg-type]
    with context.client() as client:
        outcome = transact(context, client, operation)
    empty = dict.fromkeys(("address", "spawner", "height", "ext_index", "saved_as"))
    return pure.created(context, outcome, delay, save) or outcome.result(
        **empty, proxy_type=proxy_type, index=index or 0
    )
