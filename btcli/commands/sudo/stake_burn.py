"""Buy alpha of a subnet and burn it.

The alpha is destroyed, which supports the price. The purchase has a price limit unless --unsafe is
given.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.sudo import purchase_limit, sudo_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.events.subtensor import AddStakeBurn
from btsdk.ops import StakeBurn
from btsdk.units import Tao


class StakeBurnData(TransactionData):
    """The result of `sudo stake-burn`."""

    netuid: int
    hotkey: str
    amount_tao: str
    burned_alpha: Annotated[str | None, "null if nothing was burned"]


@command(sudo_options.protection, options.hotkey, *options.TRANSACTING, data=StakeBurnData)
def run(
    context: Context, netuid: options.NetuidOption, amount: sudo_options.BurnAmountOption
) -> Result:
    tao, hotkey = Tao.parse(amount), selection.hotkey(context)
    data = {"netuid": netuid, "hotkey": hotkey, "amount_tao": tao.decimal()}
    with context.client() as client:
        limit = purchase_limit.price_limit(context, client.head(), netuid)
        outcome = transact(context, client, StakeBurn(hotkey, netuid, tao, limit))
    done = [] if outcome.done is None else list(outcome.done.find(AddStakeBurn))
    if not done:
        return outcome.result(**data, burned_alpha=None)
    burned = done[0].alpha
    return outcome.result(Line(f"Burned {burned:,}."), **data, burned_alpha=burned.decimal())
