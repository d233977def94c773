"""Contribute TAO to a crowdloan.

The chain takes no more than is missing to the cap. `crowd withdraw` takes a contribution back until
the crowdloan is finalized.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import ContributeCrowdloan
from btsdk.units import Tao


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(
    context: Context, crowdloan_id: crowd_options.IdOption, amount: crowd_options.AmountOption
) -> Result:
    operation = ContributeCrowdloan(crowdloan_id, Tao.parse(amount))
    with context.client() as client:
        return changes.carry_out(context, client, operation, crowdloan_id)
