"""Finish a crowdloan whose cap is raised.

Its TAO goes to the target, or its call is made. Only the creator can do this.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import FinalizeCrowdloan


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(context: Context, crowdloan_id: crowd_options.IdOption) -> Result:
    with context.client() as client:
        operation = FinalizeCrowdloan(crowdloan_id)
        return changes.carry_out(context, client, operation, crowdloan_id)
