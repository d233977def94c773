"""Show the hyperparameters of a subnet.

Each has its value with the unit, the range that can be set in the next block, and who may set it.
The owner sets them with `btcli sudo set`.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.sudo import hyperparameter_list
from btcli.context import Context
from btcli.output import Result


@command(*options.READING, data=hyperparameter_list.HyperparametersData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    return hyperparameter_list.result(context, netuid)
