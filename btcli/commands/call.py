"""Submit any call of the chain by its name.

The call is named as in the chain's metadata: `btcli call System.remark remark=hello`. Values are
read by the types of the arguments: amounts are in rao, or in TAO with the unit (1.5tao); accounts
are addresses or wallet names; lists, structures and calls are JSON.
"""

from __future__ import annotations

from btcli import call_options, options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact


@command(options.hotkey, *options.TRANSACTING, data=TransactionData)
def run(
    context: Context,
    call: call_options.CallArgument,
    arguments: call_options.ArgumentsArgument = None,
    args: call_options.JsonArgumentsOption = None,
    use_hotkey: options.UseHotkeyOption = False,
    sudo: call_options.SudoOption = False,
) -> Result:
    with context.client() as client:
        operation = call_options.operation(
            context, client.head().at.metadata, call, arguments, args, sudo=sudo
        )
        return transact(context, client, operation, "hotkey" if use_hotkey else "coldkey").result()
