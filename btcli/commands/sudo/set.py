"""Set a hyperparameter of a subnet that you own.

The value is in the unit that `btcli sudo get` shows. What only root may set is signed by the sudo
key. The rate limit and the freeze window before an epoch are checked before signing.
"""

from __future__ import annotations

from typing import Annotated, Any

from btcli import options
from btcli.command import command
from btcli.commands.sudo import new_value, sudo_options
from btcli.commands.sudo.hyperparameter_list import freeze_lines, json_value
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.ops import SetHyperparameter
from btsdk.reads.hyperparameters import shown


class SetHyperparameterData(TransactionData):
    """The result of `sudo set`."""

    netuid: int
    name: str
    value: Annotated[Any, "afterwards; null if it was not set"]
    unit: str


@command(*options.TRANSACTING, data=SetHyperparameterData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    name: sudo_options.ParameterOption = None,
    value: sudo_options.ValueOption = None,
    normalize: sudo_options.NormalizeOption = False,
) -> Result:
    with context.client() as client:
        view = client.head()
        one = new_value.chosen(context, view, netuid, name)
        text = new_value.text_of(context, view, netuid, one, value)
        given = new_value.value_of(context, one, text, normalized=normalize)
        operation = SetHyperparameter(netuid, one.name, given)
        if one.window:
            context.output.say(*(line.text for line in freeze_lines(view.freeze_window(netuid))))
        outcome = transact(context, client, operation)
        now = None
        if outcome.done is not None:
            now = client.at(outcome.done.block_hash).hyperparameters(netuid)[one.name]
    lines = [] if now is None else [Line(f"{one.name} of subnet {netuid} is {shown(one, now)}.")]
    data = {"netuid": netuid, "name": one.name, "value": json_value(now), "unit": one.unit.value}
    return outcome.result(*lines, **data)
