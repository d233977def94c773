"""Show the metagraph of a subnet: its neurons with their stakes and scores.

JSON has all columns; --weights and --bonds add these matrices. Scores are fractions of one on the
screen, and the chain's integers of 65,535 in JSON.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets import metagraph_options, metagraph_rows
from btcli.context import Context
from btcli.documents import SubnetDocument, subnet_document
from btcli.output import Result


class MetagraphData(TypedDict):
    """The result of `subnets metagraph`."""

    block: int
    mechanism: int
    max_uids: int
    subnet: SubnetDocument
    neurons: list[metagraph_rows.MetagraphRowDocument]


@command(metagraph_options.older, *options.READING, data=MetagraphData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    mechanism: options.MechanismOption = 0,
    order: metagraph_options.SortByOption = "uid",
    direction: metagraph_options.SortOrderOption = None,
    weights: Annotated[bool, Option("--weights", help="Add the weights to the JSON.")] = False,
    bonds: Annotated[bool, Option("--bonds", help="Add the bonds to the JSON.")] = False,
    csv: metagraph_options.CsvOption = None,
) -> Result:
    falls = metagraph_options.descending(direction)
    metagraph_rows.ordered([], order, descending=falls)  # raises for an unknown order
    with context.client() as client:
        view = client.head()
        subnet = view.subnet(netuid)
        graph = view.metagraph(netuid, mechanism, weights=weights, bonds=bonds)
    found = metagraph_rows.ordered(metagraph_rows.rows(graph), order, descending=falls)
    if csv is not None:
        metagraph_rows.write_csv(csv, found)
        context.output.say(f"Wrote {csv}.")
    data = {
        "block": view.number,
        "mechanism": mechanism,
        "max_uids": graph.max_uids,
        "subnet": subnet_document(subnet),
        "neurons": found,
    }
    return Result(data, (metagraph_rows.metagraph_table(graph, found),))
