"""Make the coldkey the owner of a hotkey that has none, without registering it."""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.ops import AssociateHotkey


class AssociationData(TransactionData):
    """The result of `wallet associate-hotkey`."""

    hotkey: str
    owner: Annotated[str | None, "the coldkey that owns the hotkey afterwards"]


@command(options.hotkey, *options.TRANSACTING, data=AssociationData)
def run(context: Context) -> Result:
    hotkey = selection.hotkey(context)
    with context.client() as client:
        outcome = transact(context, client, AssociateHotkey(hotkey))
        if outcome.done is None:
            return outcome.result(hotkey=hotkey, owner=None)
        owner = client.at(outcome.done.block_hash).owner(hotkey)
    return outcome.result(Line(f"{owner} owns {hotkey}."), hotkey=hotkey, owner=owner)
