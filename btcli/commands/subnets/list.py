"""List all subnets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from btcli import live_view, options
from btcli.command import command
from btcli.context import Context
from btcli.documents import SubnetDocument, subnet_document
from btcli.output import Result
from btcli.render.subnets import subnet_table

if TYPE_CHECKING:
    from btsdk.client import View


class SubnetsData(TypedDict):
    """The result of `subnets list`."""

    block: int
    subnets: list[SubnetDocument]


@command(*options.READING, data=SubnetsData)
def run(context: Context, live: options.LiveOption = False) -> Result | None:
    return live_view.render_view(context, _result, live=live)


def _result(view: View) -> Result:
    found = view.subnets()
    data = {"block": view.number, "subnets": [subnet_document(subnet) for subnet in found]}
    return Result(data, (subnet_table(found),))
