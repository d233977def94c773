"""Send the contributions of a crowdloan back.

One transaction refunds a limited number of contributors; repeat it for the others. The deposit of
the creator, who signs this, stays until the crowdloan is dissolved.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import RefundCrowdloan


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(context: Context, crowdloan_id: crowd_options.IdOption) -> Result:
    with context.client() as client:
        operation = RefundCrowdloan(crowdloan_id)
        return changes.carry_out(context, client, operation, crowdloan_id)
