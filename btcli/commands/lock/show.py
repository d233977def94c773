"""Show the lock of a coldkey on a subnet, and the alpha that is free there."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.lock import lock_options, locks
from btcli.commands.lock.forecast import ForecastDocument, forecast
from btcli.context import Context
from btcli.failures import NotFound
from btcli.output import Result
from btcli.render.blocks import Facts


class _LockFields(TypedDict):
    block: int
    lock: locks.LockDocument
    stake_alpha: Annotated[str, "of the coldkey on the subnet, on all hotkeys"]
    available_alpha: Annotated[str, "what of it is not locked"]


class LockData(_LockFields, total=False):
    """The result of `lock show`."""

    forecast: Annotated[list[ForecastDocument], "only with `--graph`"]


@command(options.wallet_name, options.wallet_path, *options.READING, data=LockData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    ss58: options.AddressOption = None,
    graph: lock_options.GraphOption = False,
) -> Result:
    coldkey = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        lock, held = view.gather(
            view.ask.coldkey_lock(coldkey, netuid), view.ask.stake_availability(coldkey, netuid)
        )
        if lock is None:
            raise NotFound(
                f"{coldkey} has no lock on subnet {netuid}",
                hint=f"`btcli lock add --netuid {netuid}` makes one.",
            )
        expected = forecast(view, lock) if graph else None
    data = {
        "block": view.number,
        "lock": locks.lock_document(lock),
        "stake_alpha": held.total.decimal(),
        "available_alpha": held.available.decimal(),
    }
    free = Facts((("stake", f"{held.total:,}"), ("not locked", f"{held.available:,}")))
    if expected is None:
        return Result(data, (locks.lock_facts(lock), free))
    data["forecast"] = expected.documents()
    return Result(data, (locks.lock_facts(lock), free, expected.table()))
