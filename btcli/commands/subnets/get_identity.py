"""Show the identity that the owner of a subnet published.

Nothing verifies it.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.subnets.identity_fields import (
    SubnetIdentityDocument,
    identity_document,
    identity_facts,
)
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.errors import SubnetNotFound


class SubnetIdentityData(TypedDict):
    """The result of `subnets get-identity`."""

    block: int
    netuid: int
    identity: Annotated[SubnetIdentityDocument | None, "null if there is none"]


@command(*options.READING, data=SubnetIdentityData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        view = client.head()
        if not view.subnet_exists(netuid):
            raise SubnetNotFound(netuid)
        found = view.subnet_identity(netuid)
    data = {"block": view.number, "netuid": netuid}
    if found is None:
        line = Line(f"Subnet {netuid} has no identity.")
        return Result(data | {"identity": None}, (line,))
    return Result(data | {"identity": identity_document(found)}, (identity_facts(netuid, found),))
