"""Show a subnet and its neurons."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets.identity_fields import (
    identity_document,
    identity_facts,
)
from btcli.commands.subnets.one_subnet import SubnetData, subnet_with_graph
from btcli.commands.subnets.positional_netuid import NetuidOption, WordsArgument, netuid_of
from btcli.context import Context
from btcli.documents import (
    neuron_document,
    registration_document,
    subnet_document,
)  # fmt: skip
from btcli.output import Result
from btcli.render.subnets import neuron_table, subnet_facts


@command(*options.READING, data=SubnetData)
def run(
    context: Context,
    words: WordsArgument = None,
    netuid: NetuidOption = None,
    mechanism: options.MechanismOption = 0,
    sort: Annotated[bool, Option("--sort", help="Sort by uid (the default).")] = False,
) -> Result:
    netuid = netuid_of(netuid, words)
    with context.client() as client:
        view = client.head()
        subnet, graph = subnet_with_graph(view, netuid, mechanism)
        offer = view.registration(netuid)
    identity = subnet.identity
    data = {
        "block": view.number,
        "subnet": subnet_document(subnet),
        "identity": None if identity is None else identity_document(identity),
        "registration": registration_document(offer),
        "neurons": [neuron_document(neuron) for neuron in graph.neurons],
    }
    about = () if identity is None else (identity_facts(netuid, identity),)
    return Result(data, (subnet_facts(subnet, offer, graph), *about, neuron_table(graph)))
