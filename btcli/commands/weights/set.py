"""Set weights on the neurons of a subnet.

Signed by the hotkey of a validator. If the subnet requires commitments, the weights are sealed, and
the chain reveals them in a later epoch.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.weights import rows
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import transact
from btsdk.events.subtensor import TimelockedWeightsCommitted
from btsdk.ops import SetWeights
from btsdk.ops.weight_row import scaled


class WeightsSetData(TransactionData):
    """The result of `weights set`."""

    netuid: int
    mechanism: int
    uids: list[int]
    weights: Annotated[list[int], "of 65,535, as the chain stores them"]
    reveal_round: Annotated[int | None, "the beacon's round that opens sealed weights"]


@command(options.hotkey, *options.TRANSACTING, data=WeightsSetData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    uids: rows.UidsOption = None,
    weights: rows.WeightsOption = None,
    mechanism: options.MechanismOption = 0,
    version_key: rows.VersionKeyOption = None,
) -> Result:
    operation = SetWeights(netuid, *rows.given_row(context, uids, weights), version_key, mechanism)
    row = scaled(operation.uids, operation.weights)
    with context.client() as client:
        outcome = transact(context, client, operation, "hotkey")
        sealed = outcome.done and next(outcome.done.find(TimelockedWeightsCommitted), None)
    opened = sealed.reveal_round if sealed else None
    facts = () if opened is None else (Facts((("revealed", f"after beacon round {opened}"),)),)
    return outcome.result(
        *facts,
        netuid=netuid,
        mechanism=mechanism,
        uids=list(row.uids),
        weights=list(row.values),
        reveal_round=opened,
    )
