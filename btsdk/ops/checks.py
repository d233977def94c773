"""What several operations look at before anything is signed: amounts, addresses, what is owned.

Checks of values raise `UsageError` when the operation is made. What depends on the chain becomes a
refusal of the preview where the chain is certain to refuse it as things are, and otherwise a
warning. `trading` has what trades of stake need beside this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from btsdk.descriptors import TypedEvent
from btsdk.errors import AmountError, UsageError
from btsdk.events.subtensor import NeuronRegistered
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import ss58
from btsdk.reads.balances import balance, existential_deposit
from btsdk.reads.neurons import owner
from btsdk.reads.subnets import staking_open, subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Refusal
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Alpha, Tao

ROOT = 0
"""The root network, where one alpha is one TAO and no pool stands between."""


def check_address(address: str, role: str) -> None:
    """Raise `AddressError` where it is none; the role names the argument."""
    if not isinstance(address, str):
        raise UsageError(f"{role} is an ss58 address, not {type(address).__name__}")
    ss58.decode(address)


def settle_netuid(operation: object) -> None:
    """Let `netuid` be a plain integer; raise `UsageError` for what no netuid can be."""
    settle(operation, "netuid", 0, NETUID_MAX)


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


def balance_refusals(
    at: BlockContext, origin: str, amount: Tao, code: str
) -> Program[tuple[Refusal, ...]]:
    """Whether the account cannot move the amount; `code` is the error that the chain answers."""
    held = yield from balance(at, origin)
    if amount <= held.transferable:
        return ()
    reason = f"the account can move {held.transferable:,}, and this takes {amount:,}"
    return (Refusal(code, reason),)


def balance_warnings(at: BlockContext, origin: str, amount: Tao) -> Program[tuple[str, ...]]:
    """Whether the amount leaves too little for the account to live on."""
    held = yield from balance(at, origin)
    left = held.free - amount
    if amount > held.transferable or left >= existential_deposit(at):
        return ()
    return (f"it leaves {left:,}, below the existential deposit: the account may be removed",)


def subnet_refusals(at: BlockContext, netuid: int) -> Program[tuple[Refusal, ...]]:
    """Whether the subnet is missing, or not open for staking."""
    if not (yield from subnet_exists(at, netuid)):
        return (no_subnet(netuid),)
    if not (yield from staking_open(at, netuid)):
        reason = f"staking on subnet {netuid} is not open: its owner has not started it"
        return (Refusal("SubtensorModule.SubtokenDisabled", reason),)
    return ()


def no_subnet(netuid: int) -> Refusal:
    """There is no subnet of this number."""
    return Refusal("SubtensorModule.SubnetNotExists", f"there is no subnet {netuid}")


def owner_refusals(at: BlockContext, hotkey: str, coldkey: str) -> Program[tuple[Refusal, ...]]:
    """Whether the hotkey belongs to another coldkey."""
    found = yield from owner(at, hotkey)
    if found is None or found == coldkey:
        return ()
    reason = f"the hotkey belongs to another coldkey: {found}"
    return (Refusal("SubtensorModule.NonAssociatedColdKey", reason),)


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
    return (f"what each trade gives is estimated as if it came first on subnet {named}",)


def _check_positive(rao: int, role: str) -> None:
    if not 0 < rao < 1 << 64:
        bound = "above 0" if rao <= 0 else "below 18446744073.709551616"
        raise AmountError(f"{role} must be {bound}")


def _unit(amount: Any) -> str:
    return amount.unit if isinstance(amount, (Tao, Alpha)) else type(amount).__name__
