"""Show the hyperparameters of a subnet.

Each has its value with the unit, the range that can be set in the next block, and who may set it.
The owner sets them with `btcli sudo set`.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.subnets.positional_netuid import NetuidOption, WordsArgument, netuid_of
from btcli.commands.sudo import hyperparameter_list, sudo_options
from btcli.context import Context
from btcli.output import Result


@command(*options.READING, data=hyperparameter_list.HyperparametersData)
def run(
    context: Context,
    words: WordsArgument = None,
    netuid: NetuidOption = None,
    name: sudo_options.ParameterOption = None,
) -> Result:
    return hyperparameter_list.result(context, netuid_of(netuid, words), name)
