"""What several operations look at before anything is signed: amounts, addresses, what is owned.

Checks of values raise `UsageError` when the operation is made; what depends on the chain becomes a
warning of the preview, since only the chain decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from btsdk.descriptors import TypedEvent
from btsdk.errors import AmountError, IncompatibleItem, RpcError, UsageError
from btsdk.events.subtensor import NeuronRegistered
from btsdk.keys import ss58
from btsdk.reads.balances import balance, existential_deposit
from btsdk.reads.neurons import owner
from btsdk.reads.prices import Quote, quote_stake, quote_unstake
from btsdk.reads.subnets import staking_open, subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Alpha, Tao

NOTABLE_IMPACT = 100
"""Basis points of price impact from which a preview warns."""

ROOT = 0
"""The root network, where one alpha is one TAO and no pool stands between."""


def check_address(address: str, role: str) -> None:
    """Raise `AddressError` where it is none; the role names the argument."""
    if not isinstance(address, str):
        raise UsageError(f"{role} is an ss58 address, not {type(address).__name__}")
    ss58.decode(address)


def check_netuid(netuid: int) -> None:
    """Raise `UsageError` for what no netuid can be."""
    if type(netuid) is not int or not 0 <= netuid < 1 << 16:
        raise UsageError(f"a netuid is a whole number from 0 to 65535, not {netuid!r}")


def check_tao(amount: Any, role: str = "the amount") -> None:
    """Raise where it is not a positive amount of TAO."""
    if not isinstance(amount, Tao):
        raise AmountError(f"{role} is in TAO, not {_unit(amount)}", hint="Use Tao.parse('1.5').")
    _check_positive(amount.rao, role)


def check_alpha(amount: Any, netuid: int) -> None:
    """Raise where it is not a positive amount of this subnet's alpha."""
    if not isinstance(amount, Alpha) or amount.netuid != netuid:
        raise AmountError(
            f"the amount is in alpha of subnet {netuid}, not {_unit(amount)}",
            hint=f"Use Alpha.parse('1.5', netuid={netuid}).",
        )
    _check_positive(amount.rao, "the amount")


def balance_warnings(at: At, origin: str, amount: Tao) -> Program[tuple[str, ...]]:
    """Whether the account has the amount, and lives on without it."""
    held = yield from balance(at, origin)
    if held.transferable < amount:
        return (f"the account can move {held.transferable}, and this takes {amount}",)
    left = held.free - amount
    if left < existential_deposit(at):
        return (f"it leaves {left}, below the existential deposit: the account may be removed",)
    return ()


def subnet_warnings(at: At, netuid: int) -> Program[tuple[str, ...]]:
    """Whether the subnet is there, and open for staking."""
    if not (yield from subnet_exists(at, netuid)):
        return (f"there is no subnet {netuid}",)
    if not (yield from staking_open(at, netuid)):
        return (f"staking on subnet {netuid} is not open: its owner has not started it",)
    return ()


def owner_warnings(at: At, hotkey: str, coldkey: str) -> Program[tuple[str, ...]]:
    """Whether the hotkey is somebody else's."""
    found = yield from owner(at, hotkey)
    if found is None or found == coldkey:
        return ()
    return (f"the hotkey belongs to another coldkey: {found}",)


def stake_quote(at: At, netuid: int, amount: Tao) -> Program[Quote | None]:
    """The chain's simulation of a stake; None where it has none, or the pool cannot fill it."""
    try:
        return (yield from quote_stake(at, netuid, amount))
    except (IncompatibleItem, RpcError):
        return None


def unstake_quote(at: At, amount: Alpha) -> Program[Quote | None]:
    """The same for an unstake."""
    try:
        return (yield from quote_unstake(at, amount))
    except (IncompatibleItem, RpcError):
        return None


def price_warnings(quote: Quote | None, limit: Tao | None) -> tuple[str, ...]:
    """What the pool's price does with the trade."""
    if quote is None:
        return ("the chain could not say what the trade would give",)
    found: list[str] = []
    if quote.impact >= NOTABLE_IMPACT:
        percent = f"{quote.impact / 100:.2f}"
        found.append(f"price impact and swap fee take {percent} % of it")
    if limit is None:
        found.append("no price limit is set: the price may move before the block is made")
    return tuple(found)


def trade_event(kind: type[TypedEvent], coldkey: str, hotkey: str, netuid: int) -> Expected:
    """What reports a stake or an unstake: both events have coldkey, hotkey and netuid alike."""
    return expected(kind, field_0=ss58.decode(coldkey), field_1=ss58.decode(hotkey), field_4=netuid)


def registered_event(netuid: int, hotkey: str) -> Expected:
    """What reports that a hotkey has become a neuron."""
    return expected(NeuronRegistered, field_0=netuid, field_2=ss58.decode(hotkey))


def same_pool_warnings(netuids: Sequence[int]) -> tuple[str, ...]:
    """Whether several trades meet in one pool: each moves the price for those after it."""
    often = sorted(netuid for netuid, times in Counter(netuids).items() if times > 1)
    if not set(often) - {ROOT}:
        return ()
    named = ", ".join(str(netuid) for netuid in often if netuid != ROOT)
    return (f"what each trade gives is reckoned as if it came first on subnet {named}",)


def _check_positive(rao: int, role: str) -> None:
    if not 0 < rao < 1 << 64:
        raise AmountError(f"{role} must be more than nothing, and no more than there can be")


def _unit(amount: Any) -> str:
    return amount.unit if isinstance(amount, (Tao, Alpha)) else type(amount).__name__
