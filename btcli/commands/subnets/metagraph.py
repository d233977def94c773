"""Show the metagraph of a subnet: its neurons with their stakes and scores.

JSON has all columns; --weights and --bonds add these matrices. Scores are fractions of one on the
screen, and integers of 65,535 in JSON.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.subnets import metagraph_options, metagraph_rows
from btcli.commands.subnets.positional_netuid import NetuidOption, WordsArgument, netuid_of
from btcli.context import Context
from btcli.documents import subnet_document
from btcli.output import Result


@command(
    metagraph_options.older,
    options.wallet_name,
    *options.READING,
    data=metagraph_rows.MetagraphData,
)
def run(
    context: Context,
    words: WordsArgument = None,
    netuid: NetuidOption = None,
    mechanism: options.MechanismOption = 0,
    order: metagraph_options.SortByOption = "uid",
    direction: metagraph_options.SortOrderOption = None,
    mine: metagraph_options.MineOption = False,
    weights: metagraph_options.WeightsOption = False,
    bonds: metagraph_options.BondsOption = False,
    csv: metagraph_options.CsvOption = None,
) -> Result:
    netuid = netuid_of(netuid, words)
    falls = metagraph_options.descending(order, direction)
    coldkey = selection.coldkey(context) if mine else None
    with context.client() as client:
        view = client.head()
        subnet = view.subnet(netuid)
        graph = view.metagraph(netuid, mechanism, weights=weights, bonds=bonds)
        found = metagraph_rows.rows(graph, view.pruning(netuid), coldkey)
    found = metagraph_rows.ordered(found, order, descending=falls)
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
