"""Show the take of a hotkey, and the range that the chain allows.

The take is the part of its stakers' dividends that the owner of the hotkey gets.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.sudo.takes import TakeDocument, take_document
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts
from btsdk.ops.shares import percent


class TakeData(TypedDict):
    """The result of `sudo get-take`."""

    block: int
    hotkey: str
    take: TakeDocument
    least: TakeDocument
    most: TakeDocument


@command(options.wallet_name, options.wallet_path, options.hotkey, *options.READING, data=TakeData)
def run(context: Context) -> Result:
    hotkey = selection.hotkey(context)
    with context.client() as client:
        view = client.head()
        take = view.delegate_take(hotkey)
        least, most = view.delegate_take_bounds()
    data = {
        "block": view.number,
        "hotkey": hotkey,
        "take": take_document(take),
        "least": take_document(least),
        "most": take_document(most),
    }
    allowed = f"{percent(least)} to {percent(most)}"
    return Result(data, (Facts((("hotkey", hotkey), ("take", percent(take)), ("range", allowed))),))
