"""The result of `subnets create`: the netuid of the new subnet."""

from __future__ import annotations

from typing import Annotated

from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import Outcome
from btsdk.events.subtensor import NetworkAdded


class CreationData(TransactionData):
    """The result of `subnets create`."""

    netuid: Annotated[int | None, "of the new subnet"]


def created(outcome: Outcome) -> Result:
    """The result, with the netuid of the new subnet."""
    added = [] if outcome.done is None else list(outcome.done.find(NetworkAdded))
    if not added:
        return outcome.result(netuid=None)
    netuid = added[0].netuid
    return outcome.result(Line(f"Created subnet {netuid}."), netuid=netuid)
