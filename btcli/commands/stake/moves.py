"""What `stake move`, `stake swap` and `stake transfer` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from btcli import trade
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import transact
from btsdk.units import RAO, Alpha, Tao

if TYPE_CHECKING:
    from btsdk.client import Client, View
    from btsdk.ops import MoveStake, SwapStake, TransferStake


class StakeMoveData(TransactionData):
    """The result of `stake move`, `stake swap` and `stake transfer`."""

    netuid: int
    hotkey: str
    stake_alpha: Annotated[str | None, "the stake that is left there"]
    dest_coldkey: str
    dest_netuid: int
    dest_hotkey: str
    dest_stake_alpha: Annotated[str | None, "the stake there afterwards"]


Place = tuple[str, str, int]
"""A coldkey, a hotkey and a netuid."""


def alpha_or_all(amount: str | None, everything: bool, netuid: int) -> Alpha | Literal["all"]:
    """The amount of the subnet's alpha, or "all"."""
    text = trade.amount_or_all(amount, everything)
    return "all" if text == "all" else Alpha.parse(text, netuid)


def limit(context: Context, view: View, netuid: int, to_netuid: int) -> Alpha | None:
    """The least alpha of the destination for one alpha, printed; none within one subnet or with
    `--unsafe`."""
    if netuid == to_netuid:
        return None
    if not context.setting("safe_staking"):
        context.output.say("No price limit (--unsafe).")
        return None
    part = trade.tolerance(str(context.setting("tolerance")))
    price = _price(view, netuid).rao * RAO // max(_price(view, to_netuid).rao, 1)
    least = trade.within(Tao.from_rao(price), part, rising=False)
    now, found = (Alpha.from_rao(rao, to_netuid) for rao in (price, least.rao))
    context.output.say(
        f"Price limit: {now:,} of subnet {to_netuid} per alpha now, and at least {found:,} "
        f"({trade.percent(part)} less)."
    )
    return found


def carry_out(
    context: Context,
    client: Client,
    operation: MoveStake | SwapStake | TransferStake,
    origin: Place,
    destination: Place,
) -> Result:
    """Submit the operation, and report the stake at both places."""
    outcome = transact(context, client, operation)
    left = arrived = None
    facts = []
    if outcome.done is not None:
        view = client.at(outcome.done.block_hash)
        left, arrived = view.stake(*origin), view.stake(*destination)
        facts = [("left", _shown(left, origin)), ("stake there", _shown(arrived, destination))]
    data = {
        "netuid": origin[2],
        "hotkey": origin[1],
        "stake_alpha": None if left is None else left.decimal(),
        "dest_coldkey": destination[0],
        "dest_netuid": destination[2],
        "dest_hotkey": destination[1],
        "dest_stake_alpha": None if arrived is None else arrived.decimal(),
    }
    return outcome.result(*([Facts(facts)] if facts else []), **data)


def _price(view: View, netuid: int) -> Tao:
    """TAO for one alpha; raises `UsageError` if there is no such subnet."""
    if netuid == trade.ROOT:
        return Tao.parse("1")
    view.subnet(netuid)
    return view.price(netuid)


def _shown(stake: Alpha, place: Place) -> str:
    return f"{stake:,} on {place[1]}, subnet {place[2]}"
