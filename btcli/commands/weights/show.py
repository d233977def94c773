"""Show the weights that the validators of a subnet have set.

With --uid it shows one row in full. Sealed weights that the chain has not revealed are listed
without their content.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.weights import matrix
from btcli.context import Context
from btcli.failures import NotFound
from btcli.output import Result


class WeightsData(TypedDict):
    """The result of `weights show`."""

    block: int
    netuid: int
    mechanism: int
    neurons: int
    rows: list[matrix.WeightRowDocument]
    sealed: list[matrix.SealedDocument]


@command(*options.READING, data=WeightsData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    uid: Annotated[
        int | None, Option("--uid", min=0, max=65_535, metavar="N", help="Only this neuron's row.")
    ] = None,
    mechanism: options.MechanismOption = 0,
) -> Result:
    with context.client() as client:
        view = client.head()
        graph = view.find_metagraph(netuid, mechanism)
        if graph is None:
            raise NotFound(f"there is no subnet {netuid} with a mechanism {mechanism}")
        weights = view.weights(netuid, mechanism)
        commits = view.timelocked_commits(netuid, mechanism)
    if uid is not None and uid >= weights.size:
        raise NotFound(f"subnet {netuid} has no neuron {uid}: it has {weights.size}")
    rows = matrix.rows(graph, weights, uid)
    data = {
        "block": view.number,
        "netuid": netuid,
        "mechanism": mechanism,
        "neurons": weights.size,
        "rows": [matrix.row_document(row) for row in rows],
        "sealed": matrix.sealed_documents(commits),
    }
    shown = matrix.row_table(graph, rows[0]) if uid is not None else matrix.matrix_table(rows)
    return Result(data, (shown, *matrix.sealed_tables(commits)))
