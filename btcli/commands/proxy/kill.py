"""Remove a pure proxy for good.

What it still holds is lost. The options name its creation; with --proxy and a name that `proxy
create --save` saved, they need not be given.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.proxy import proxy_options, pure
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import Proxied


class PureProxyKilledData(TransactionData):
    """The result of `proxy kill`."""

    address: str


@command(*options.TRANSACTING, data=PureProxyKilledData)
def run(
    context: Context,
    height: proxy_options.HeightOption = None,
    ext_index: proxy_options.ExtrinsicIndexOption = None,
    spawner: proxy_options.SpawnerOption = None,
    proxy_type: proxy_options.PureTypeOption = None,
    index: proxy_options.IndexOption = None,
) -> Result:
    kill = pure.removal(context, height, ext_index, spawner, proxy_type, index)
    # Without --proxy the facts say which account it is.
    operation = kill if context.choices.proxy is not None else Proxied(kill, kill.address)
    with context.client() as client:
        return transact(context, client, operation).result(address=kill.address)
