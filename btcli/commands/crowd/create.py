"""Open a crowdloan, for an account, for the lease of a new subnet, or for another call.

The deposit is spent as the first contribution. When the cap is raised, `crowd finalize` sends the
TAO to the target, or makes the call for the creator.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.crowd import changes, crowd_options, purpose
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from btsdk.ops import CreateCrowdloan
from btsdk.units import Tao


@command(*options.TRANSACTING, data=changes.CrowdloanChangeData)
def run(
    context: Context,
    deposit: crowd_options.DepositOption,
    cap: crowd_options.CapOption,
    min_contribution: crowd_options.MinContributionOption = None,
    duration: crowd_options.DurationOption = None,
    end: crowd_options.EndOption = None,
    target: crowd_options.TargetOption = None,
    subnet_lease: crowd_options.SubnetLeaseOption = False,
    emissions_share: crowd_options.EmissionsShareOption = None,
    lease_end: crowd_options.LeaseEndOption = None,
    pallet: crowd_options.CallPalletOption = None,
    method: crowd_options.CallMethodOption = None,
    arguments: crowd_options.CallArgsOption = None,
) -> Result:
    if (duration is None) == (end is None):
        raise UsageError("give either --duration or --end")
    lease = purpose.lease(subnet_lease, emissions_share, lease_end)
    operation = purpose.only(target, lease, purpose.call(pallet, method, arguments))
    account = None if target is None else selection.account(context, target)
    amounts = Tao.parse(deposit), Tao.parse(cap)
    least = None if min_contribution is None else Tao.parse(min_contribution)
    with context.client() as client:
        view = client.head()
        least = least or view.crowdloan_constants().min_contribution
        last = end or view.number + 1 + (duration or 0)
        loan = CreateCrowdloan(amounts[0], least, amounts[1], last, account, operation)
        return changes.carry_out(context, client, loan, None)
