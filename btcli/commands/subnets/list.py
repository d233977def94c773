"""Show all subnets."""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import subnet_document
from btcli.output import Result
from btcli.render.subnets import subnet_table


@command(*options.READING)
def run(context: Context) -> Result:
    with context.client() as client:
        view = client.head()
        found = view.subnets()
    data = {"block": view.number, "subnets": [subnet_document(subnet) for subnet in found]}
    return Result(data, (subnet_table(found),))
