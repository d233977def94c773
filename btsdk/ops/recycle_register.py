"""The operation that registers a hotkey for TAO, which is recycled."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.keys import ss58
from btsdk.ops.checks import (
    balance_refusals,
    balance_warnings,
    check_address,
    check_tao,
    no_subnet,
    owner_refusals,
    registered_event,
    settle_netuid,
)
from btsdk.reads.neurons import uid
from btsdk.reads.registration import Registration, registration
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.units import Tao

__all__ = ["RecycleRegister"]


@dataclass(frozen=True)
class RecycleRegister:
    """Register a hotkey on a subnet for its current price, signed by the coldkey.

    With `limit_price` the chain refuses if the price has risen above it. The TAO buys alpha in the
    subnet's pool, and that alpha is taken out of circulation.
    """

    netuid: int
    hotkey: str
    limit_price: Tao | None = None

    def __post_init__(self) -> None:
        settle_netuid(self)
        check_address(self.hotkey, "hotkey")
        if self.limit_price is not None:
            check_tao(self.limit_price, "the limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`burned_register`, or `register_limit` where a limit is set."""
        offer = yield from registration(at, self.netuid)
        refusals = yield from registration_refusals(at, self.netuid, self.hotkey, origin)
        refusals = refusals or self._price_refusals(offer)
        if not refusals:
            refusals = yield from balance_refusals(at, origin, offer.price, _SHORT)
        warnings = yield from balance_warnings(at, origin, offer.price)
        if self.limit_price is None:
            warnings += ("no price limit is set: the price may rise before inclusion",)
        effects = (
            f"{self.hotkey} is registered on subnet {self.netuid}",
            f"{offer.price:,} is recycled",
        )
        return Draft(
            self._call(),
            effects,
            warnings,
            spends=offer.price,
            expects=(registered_event(self.netuid, self.hotkey),),
            refusals=refusals,
            if_short=_SHORT,
        )

    def _price_refusals(self, offer: Registration) -> tuple[Refusal, ...]:
        if not offer.allowed:
            return (registration_closed(),)
        if self.limit_price is not None and offer.price > self.limit_price:
            reason = f"the price is {offer.price:,}, above the limit of {self.limit_price:,}"
            return (Refusal("SubtensorModule.RegistrationPriceLimitExceeded", reason),)
        return ()

    def _call(self) -> Encodable:
        hotkey = ss58.decode(self.hotkey)
        if self.limit_price is None:
            return calls.BurnedRegister(netuid=self.netuid, hotkey=hotkey)
        return calls.RegisterLimit(
            netuid=self.netuid, hotkey=hotkey, limit_price=self.limit_price.rao
        )


def registration_refusals(
    at: BlockContext, netuid: int, hotkey: str, coldkey: str
) -> Program[tuple[Refusal, ...]]:
    """The refusals that every way of registration shares."""
    if not (yield from subnet_exists(at, netuid)):
        return (no_subnet(netuid),)
    found = yield from uid(at, netuid, hotkey)
    if found is not None:
        reason = f"the hotkey is registered on subnet {netuid} already, as uid {found}"
        return (Refusal("SubtensorModule.HotKeyAlreadyRegisteredInSubNet", reason),)
    return (yield from owner_refusals(at, hotkey, coldkey))


def registration_closed(way: str = "") -> Refusal:
    """The refusal of a subnet that is closed to this kind of registration."""
    reason = f"registration{way} is closed on this subnet"
    return Refusal("SubtensorModule.SubNetRegistrationDisabled", reason)


_SHORT = "SubtensorModule.NotEnoughBalanceToStake"
