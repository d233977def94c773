"""The order of `lock add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from btcli import trade
from btcli.accounts import selection
from btcli.commands.lock.forecast import ForecastDocument
from btcli.commands.lock.lock_options import Mode
from btcli.commands.lock.locks import LockChangeData
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.ops import LockStake
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.client import View


class LockAddData(LockChangeData, total=False):
    """The result of `lock add`."""

    forecast: Annotated[list[ForecastDocument], "only with `--graph`"]


def asked_amount(
    context: Context, amount: str | None, everything: bool, netuid: int
) -> Alpha | Literal["all"]:
    """The amount of the subnet's alpha, or "all"; asked for if it is missing."""
    if amount is None and not everything:
        missing = UsageError("no amount given", hint="Use --amount 1.5 or --all.")
        amount = context.answer("Amount in alpha, or all: ", missing)
    text = trade.amount_or_all(amount, everything)
    return "all" if text == "all" else Alpha.parse(text, netuid)


def order(
    context: Context,
    view: View,
    coldkey: str,
    netuid: int,
    amount: Alpha | Literal["all"],
    mode: Mode | None,
) -> LockStake:
    """The operation. Without an option it locks to the hotkey of the present lock, if there is one;
    "all" is what is free."""
    present = view.coldkey_lock(coldkey, netuid)
    if present is not None and context.choices.hotkey is None:
        hotkey = present.hotkey
    else:
        hotkey = selection.hotkey(context)
    if amount == "all":
        amount = view.stake_availability(coldkey, netuid).available
        if not amount:
            raise UsageError(f"{coldkey} has no alpha on subnet {netuid} that is free")
    return LockStake(hotkey, netuid, amount, None if mode is None else mode == "perpetual")
