"""Measure how long the endpoints of networks take to answer.

Without --network all endpoints of finney, test and archive are measured. An endpoint that does not
answer within ten seconds is listed with the reason; the exit code is 1 if none answers.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import endpoints, options
from btcli.accounts.selection import listed
from btcli.command import command
from btcli.context import Context
from btcli.failures import UNREACHABLE, Failure
from btcli.output import Result
from btsdk.networks import NETWORKS


class LatencyData(TypedDict):
    """The result of `utils latency`."""

    endpoints: list[endpoints.EndpointDocument]


@command(options.output, data=LatencyData)
def run(
    context: Context,
    networks: Annotated[
        list[str] | None,
        Option("--network", metavar="NAME|URL", help="Network or endpoint; may be repeated."),
    ] = None,
    network_proxy: options.NetworkProxyOption = None,
) -> Result:
    context.settle_network_proxy(network_proxy)
    chosen = context.choices.network
    named = listed(networks or ([chosen] if chosen else []))
    public = [network.name for network in NETWORKS.values() if network.endpoints]
    found = endpoints.measure(endpoints.places(named or public), context.chain_file)
    failure = None
    if all(one["error"] for one in found):
        failure = Failure("connect_error", "no endpoint answers", None, UNREACHABLE)
    return Result({"endpoints": found}, (endpoints.endpoints_table(found),), failure)
