"""Set the take of a hotkey.

A decrease is possible at any time, an increase some time after the last change.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.sudo import sudo_options
from btcli.commands.sudo.takes import TakeDocument, take_document
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SetTake
from btsdk.ops.shares import percent


class SetTakeData(TransactionData):
    """The result of `sudo set-take`."""

    hotkey: str
    take: Annotated[TakeDocument | None, "afterwards; null if it was not set"]


@command(options.hotkey, *options.TRANSACTING, data=SetTakeData)
def run(context: Context, take: sudo_options.TakeOption = None) -> Result:
    hotkey = selection.hotkey(context)
    if take is None:
        missing = UsageError("no take given", hint="Use --take 18%.")
        take = context.answer("New take, such as 18%: ", missing)
    with context.client() as client:
        outcome = transact(context, client, SetTake(hotkey, take))
        if outcome.done is None:
            return outcome.result(hotkey=hotkey, take=None)
        now = client.at(outcome.done.block_hash).delegate_take(hotkey)
    line = Line(f"The take of {hotkey} is {percent(now)}.")
    return outcome.result(line, hotkey=hotkey, take=take_document(now))
