"""Change the terms of a crowdloan that is not finalized.

Several changes are made in one transaction, all or none. Only the creator can do this.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from btsdk.ops import (
    Batch,
    SetCrowdloanMaxContribution,
    UpdateCrowdloanCap,
    UpdateCrowdloanEnd,
    UpdateCrowdloanMinContribution,
)
from btsdk.tx.operation import Operation
from btsdk.units import Tao


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(
    context: Context,
    crowdloan_id: crowd_options.IdOption,
    min_contribution: crowd_options.NewMinimumOption = None,
    end: crowd_options.EndOption = None,
    cap: crowd_options.NewCapOption = None,
    max_contribution: crowd_options.NewMaximumOption = None,
) -> Result:
    parts: list[Operation] = []
    if min_contribution is not None:
        parts.append(UpdateCrowdloanMinContribution(crowdloan_id, Tao.parse(min_contribution)))
    if end is not None:
        parts.append(UpdateCrowdloanEnd(crowdloan_id, end))
    if cap is not None:
        parts.append(UpdateCrowdloanCap(crowdloan_id, Tao.parse(cap)))
    if max_contribution is not None:
        limit = None if max_contribution == "none" else Tao.parse(max_contribution)
        parts.append(SetCrowdloanMaxContribution(crowdloan_id, limit))
    if not parts:
        raise UsageError(
            "nothing to change",
            hint="Use --min-contribution, --max-contribution, --end or --cap.",
        )
    with context.client() as client:
        operation = parts[0] if len(parts) == 1 else Batch(parts)
        return changes.carry_out(context, client, operation, crowdloan_id)
