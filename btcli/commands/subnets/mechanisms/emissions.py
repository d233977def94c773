"""Show the shares of a subnet's mechanisms in its emission."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.subnets.mechanisms.shares import (
    MechanismDocument,
    mechanism_documents,
    mechanism_table,
)
from btcli.context import Context
from btcli.output import Result


class MechanismEmissionsData(TypedDict):
    """The result of `subnets mechanisms emissions`."""

    block: int
    netuid: int
    equal: Annotated[bool, "whether no split is set"]
    mechanisms: list[MechanismDocument]


@command(*options.READING, data=MechanismEmissionsData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        view = client.head()
        found = view.mechanisms(netuid)
    data = {
        "block": view.number,
        "netuid": netuid,
        "equal": found.split is None,
        "mechanisms": mechanism_documents(found),
    }
    return Result(data, (mechanism_table(found),))
