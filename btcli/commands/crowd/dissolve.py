"""Delete a crowdloan to which only its creator contributes.

The deposit is returned. Other contributions are sent back first, by `crowd refund`.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import DissolveCrowdloan


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(context: Context, crowdloan_id: crowd_options.IdOption) -> Result:
    with context.client() as client:
        operation = DissolveCrowdloan(crowdloan_id)
        return changes.carry_out(context, client, operation, crowdloan_id)
