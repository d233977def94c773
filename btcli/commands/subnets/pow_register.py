"""Register a hotkey on a subnet with a proof of work.

It costs no TAO. The search shows its progress, and Ctrl-C aborts it.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.subnets import registration, search_options
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact


@command(search_options.older, options.hotkey, *options.TRANSACTING, data=registration.RegisterData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    processes: search_options.ProcessesOption = None,
) -> Result:
    requested = registration.RegistrationOptions(netuid, processes, safe=True, tolerance=None)
    with context.client() as client:
        offer = client.head().registration(netuid)
        operation, role = registration.by_work(context, offer, requested)
        outcome = transact(context, client, operation, role)
        return registration.result(client, outcome, operation)
