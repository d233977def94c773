"""Show a subnet and its neurons."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets.identity_fields import (
    SubnetIdentityDocument,
    identity_document,
    identity_facts,
)
from btcli.commands.subnets.one_subnet import subnet_with_graph
from btcli.context import Context
from btcli.documents import (
    NeuronDocument,
    RegistrationDocument,
    SubnetDocument,
    neuron_document,
    registration_document,
    subnet_document,
)  # fmt: skip
from btcli.output import Result
from btcli.render.subnets import neuron_table, subnet_facts


class SubnetData(TypedDict):
    """The result of `subnets show`."""

    block: int
    subnet: SubnetDocument
    identity: Annotated[SubnetIdentityDocument | None, "null if there is none"]
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
