"""Show all locks to a hotkey on a subnet, and its conviction."""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.lock import locks
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts


class TargetingData(TypedDict):
    """The result of `lock targeting`."""

    block: int
    netuid: int
    hotkey: str
    conviction_alpha: str
    locks: list[locks.LockDocument]


@command(
    options.hotkey, options.wallet_name, options.wallet_path, *options.READING, data=TargetingData
)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    hotkey = selection.hotkey(context)
    with context.client() as client:
        view = client.head()
        found, conviction = view.gather(
            view.ask.locks_for_hotkey(hotkey, netuid), view.ask.hotkey_conviction(hotkey, netuid)
        )
    data = {
        "block": view.number,
        "netuid": netuid,
        "hotkey": hotkey,
        "conviction_alpha": conviction.decimal(),
        "locks": [locks.lock_document(lock) for lock in found],
    }
    facts = Facts((("conviction", f"{conviction:,}"),))
    return Result(data, (locks.targeting_table(hotkey, netuid, found), facts))
