"""Show a subnet and its neurons."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import (
    NeuronDocument,
    RegistrationDocument,
    SubnetDocument,
    neuron_document,
    registration_document,
    subnet_document,
)  # fmt: skip
from btcli.failures import NotFound
from btcli.output import Result
from btcli.render.subnets import neuron_table, subnet_facts


class SubnetData(TypedDict):
    """The result of `subnets show`."""

    block: int
    subnet: SubnetDocument
    registration: RegistrationDocument
    neurons: list[NeuronDocument]


@command(*options.READING, data=SubnetData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    mechanism: options.MechanismOption = 0,
    sort: Annotated[bool, Option("--sort", help="Sort by uid (the default).")] = False,
) -> Result:
    with context.client() as client:
        view = client.head()
        subnet, graph = view.find_subnet(netuid), view.find_metagraph(netuid, mechanism)
        if subnet is None:
            raise NotFound(f"there is no subnet {netuid}", hint="List them: `btcli subnets list`.")
        if graph is None:
            raise NotFound(f"subnet {netuid} has no mechanism {mechanism}")
        offer = view.registration(netuid)
    data = {
        "block": view.number,
        "subnet": subnet_document(subnet),
        "registration": registration_document(offer),
        "neurons": [neuron_document(neuron) for neuron in graph.neurons],
    }
    return Result(data, (subnet_facts(subnet, offer, graph), neuron_table(graph)))
