"""Register a hotkey on a subnet, for TAO or with a proof of work.

The price is recycled through the subnet's pool and not refunded. --pow costs no TAO; it shows the
progress of the search, which Ctrl-C aborts.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets import registration, search_options
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact


@command(options.hotkey, *options.TRANSACTING, data=registration.RegisterData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    pow_: Annotated[
        bool, Option("--pow", help="Register with a proof of work instead of TAO.")
    ] = False,
    processes: search_options.ProcessesOption = None,
    safe: options.SafeRegisterOption = True,
    tolerance: options.ToleranceOption = None,
) -> Result:
    requested = registration.RegistrationOptions(netuid, processes, safe, tolerance)
    with context.client() as client:
        offer = client.head().registration(netuid)
        how = registration.by_work if pow_ else registration.by_price
        operation, role = how(context, offer, requested)
        outcome = transact(context, client, operation, role)
        return registration.result(client, outcome, operation)
