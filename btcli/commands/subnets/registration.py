"""Registration by recycling TAO or by a proof of work: operation, signer, limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btcli import trade
from btcli.accounts import selection
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import Outcome, Role
from btsdk.errors import UsageError
from btsdk.ops import PowRegister, RecycleRegister

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.reads.registration import Registration


class RegisterData(TransactionData):
    """The result of `subnets register`."""

    netuid: int
    hotkey: str
    uid: int | None


@dataclass(frozen=True)
class RegistrationOptions:
    """The options of `subnets register`."""

    netuid: int
    processes: int | None
    safe: bool
    tolerance: str | None

    def __post_init__(self) -> None:
        if self.tolerance is not None:
            trade.tolerance(self.tolerance)


def by_price(
    context: Context, offer: Registration, requested: RegistrationOptions
) -> tuple[RecycleRegister | PowRegister, Role]:
    """Registration by recycling TAO, signed by the coldkey, with a limit on the price."""
    limit = None
    if requested.safe:
        part = trade.tolerance(str(requested.tolerance or context.setting("tolerance")))
        limit = trade.within(offer.price, part, rising=True)
        context.output.say(f"Price limit: the price is {offer.price:,} and may rise to {limit:,}.")
    # The chain accepts no limit of 0, so a price of 0 has none.
    hotkey = selection.hotkey(context)
    return RecycleRegister(requested.netuid, hotkey, limit or None), "coldkey"


def by_work(
    context: Context, offer: Registration, requested: RegistrationOptions
) -> tuple[RecycleRegister | PowRegister, Role]:
    """Registration by a proof of work. The chain's form of it decides which key signs."""
    if requested.tolerance is not None:
        raise UsageError("--tolerance has no effect with --pow, which costs no TAO")
    hotkey = selection.hotkey(context)
    if offer.pow_form == "register":
        # The hotkey signs; the call names the coldkey.
        coldkey = context.wallet.coldkeypub.ss58_address
        return PowRegister(requested.netuid, hotkey, coldkey, requested.processes), "hotkey"
    return PowRegister(requested.netuid, hotkey, processes=requested.processes), "coldkey"


def result(client: Client, outcome: Outcome, operation: RecycleRegister | PowRegister) -> Result:
    """The result, with the uid of the hotkey."""
    netuid, hotkey = operation.netuid, operation.hotkey
    if outcome.done is None:
        return outcome.result(netuid=netuid, hotkey=hotkey, uid=None)
    uid = client.at(outcome.done.block_hash).uid(netuid, hotkey)
    line = Line(f"{hotkey} is registered on subnet {netuid} as uid {uid}.")
    return outcome.result(line, netuid=netuid, hotkey=hotkey, uid=uid)
