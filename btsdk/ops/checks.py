"""Checks that operations share: amounts, addresses, balances, owners.

Checks of values raise `UsageError` when the operation is made. Checks against the chain give a
refusal if the chain is certain to refuse in its present state, and otherwise a warning. The checks
of stake trades are in `trading`.
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
from btsdk.reads.accounts import address_of
from btsdk.reads.balances import balance, existential_deposit
from btsdk.reads.neurons import owner
from btsdk.reads.stakes import stake_availability
from btsdk.reads.subnets import staking_open, subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Refusal
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Alpha, Tao

ROOT = 0
"""The root network: one alpha is one TAO, without a pool."""


_SUBNET_ACCOUNT = b"modlsubtensr"
"""The first bytes of a subnet's account; the netuid and zeros follow."""


def check_address(address: str, role: str) -> None:
    """Raise `AddressError` unless it is an ss58 address; `role` names the argument."""
    if not isinstance(address, str):
        raise UsageError(f"{role} is an ss58 address, not {type(address).__name__}")
    ss58.decode(address)


def settle_account(operation: object, name: str) -> None:
    """Replace an account field (ss58 text, 32 bytes or a key) by its ss58 address."""
    object.__setattr__(operation, name, address_of(getattr(operation, name), name))


def settle_netuid(operation: object) -> None:
    """Make `netuid` a plain integer; raise `UsageError` if it is not a netuid."""
    settle(operation, "netuid", 0, NETUID_MAX)


def check_tao(amount: Any, role: str = "the amount") -> None:
    """Raise `UsageError` unless it is a positive amount of TAO."""
    if not isinstance(amount, Tao):
        raise AmountError(f"{role} is in TAO, not {_unit(amount)}", hint="Use Tao.parse('1.5').")
    _check_positive(amount.rao, role)


def check_alpha(amount: Any, netuid: int) -> None:
    """Raise `UsageError` unless it is a positive amount of this subnet's alpha."""
    if not isinstance(amount, Alpha) or amount.netuid != netuid:
        raise AmountError(
            f"the amount is in alpha of subnet {netuid}, not {_unit(amount)}",
            hint=f"Use Alpha.parse('1.5', netuid={netuid}).",
        )
    _check_positive(amount.rao, "the amount")


def balance_refusals(
    at: BlockContext, origin: str, amount: Tao, code: str
) -> Program[tuple[Refusal, ...]]:
    """A refusal if the account cannot move the amount; `code` is the chain's error."""
    held = yield from balance(at, origin)
    if amount <= held.transferable:
        return ()
    reason = f"the account can move {held.transferable:,}, and this takes {amount:,}"
    return (Refusal(code, reason),)


def balance_warnings(at: BlockContext, origin: str, amount: Tao) -> Program[tuple[str, ...]]:
    """A warning if the amount leaves less than the existential deposit."""
    held = yield from balance(at, origin)
    left = held.free - amount
    if amount > held.transferable or left >= existential_deposit(at):
        return ()
    return (f"it leaves {left:,}, below the existential deposit: the account may be removed",)


def deposit_refusals(at: BlockContext, origin: str, deposit: Tao) -> Program[tuple[Refusal, ...]]:
    """A refusal if the account cannot reserve a deposit beyond those that it already holds."""
    if deposit.rao <= 0:
        return ()
    held = yield from balance(at, origin)
    if held.free < deposit:
        reason = f"the deposit is {deposit:,}, and the account has {held.free:,}"
        return (Refusal("Balances.InsufficientBalance", reason),)
    if held.free - deposit < max(existential_deposit(at), held.frozen):
        reason = f"the deposit of {deposit:,} leaves less than the account must keep"
        return (Refusal("Balances.LiquidityRestrictions", reason),)
    return ()


def subnet_refusals(at: BlockContext, netuid: int) -> Program[tuple[Refusal, ...]]:
    """A refusal if the subnet is missing, or not open for staking."""
    if not (yield from subnet_exists(at, netuid)):
        return (no_subnet(netuid),)
    if not (yield from staking_open(at, netuid)):
        reason = f"staking on subnet {netuid} is not open: its owner has not started it"
        return (Refusal("SubtensorModule.SubtokenDisabled", reason),)
    return ()


def no_subnet(netuid: int) -> Refusal:
    """The refusal for a subnet that does not exist."""
    return Refusal("SubtensorModule.SubnetNotExists", f"there is no subnet {netuid}")


def hotkey_refusals(at: BlockContext, *hotkeys: str) -> Program[tuple[Refusal, ...]]:
    """A refusal for the first hotkey that no coldkey has registered."""
    for hotkey in hotkeys:
        if (yield from owner(at, hotkey)) is None:
            reason = f"no coldkey has registered the hotkey {hotkey}"
            return (Refusal("SubtensorModule.HotKeyAccountNotExists", reason),)
    return ()


def own_hotkey_refusals(
    at: BlockContext, hotkey: str, coldkey: str
) -> Program[tuple[Refusal, ...]]:
    """A refusal unless the coldkey owns the hotkey."""
    found = yield from owner(at, hotkey)
    if found == coldkey:
        return ()
    whose = "no coldkey has registered it" if found is None else f"it belongs to {found}"
    reason = f"{coldkey} does not own the hotkey {hotkey}: {whose}"
    return (Refusal("SubtensorModule.NonAssociatedColdKey", reason),)


def available_refusals(
    at: BlockContext, coldkey: str, amount: Alpha
) -> Program[tuple[Refusal, ...]]:
    """A refusal if a lock holds a part of the amount."""
    found = yield from stake_availability(at, coldkey, amount.netuid)
    if amount <= found.available:
        return ()
    reason = (
        f"{found.locked:,} on subnet {amount.netuid} is locked: {found.available:,} is available, "
        f"and this takes {amount:,}"
    )
    return (Refusal("SubtensorModule.StakeUnavailable", reason),)


def owner_refusals(at: BlockContext, hotkey: str, coldkey: str) -> Program[tuple[Refusal, ...]]:
    """A refusal if the hotkey belongs to another coldkey."""
    found = yield from owner(at, hotkey)
    if found is None or found == coldkey:
        return ()
    reason = f"the hotkey belongs to another coldkey: {found}"
    return (Refusal("SubtensorModule.NonAssociatedColdKey", reason),)


def system_refusals(account: str) -> tuple[Refusal, ...]:
    """A refusal if the account is that of a subnet's pool, which can be no hotkey."""
    data = ss58.decode(account)
    head = len(_SUBNET_ACCOUNT)
    if data[:head] != _SUBNET_ACCOUNT or any(data[head + 2 :]):
        return ()
    netuid = int.from_bytes(data[head : head + 2], "little")
    reason = f"{account} is the account of subnet {netuid}"
    return (Refusal("SubtensorModule.CannotUseSystemAccount", reason),)


def trade_event(kind: type[TypedEvent], coldkey: str, hotkey: str, netuid: int) -> Expected:
    """The expected event of a stake or an unstake; both start with coldkey, hotkey and netuid."""
    return expected(kind, coldkey=coldkey, hotkey=hotkey, netuid=netuid)


def registered_event(netuid: int, hotkey: str) -> Expected:
    """The expected event of a registration."""
    return expected(NeuronRegistered, netuid=netuid, hotkey=hotkey)


def same_pool_warnings(netuids: Sequence[int]) -> tuple[str, ...]:
    """A warning if several trades use one pool: each moves the price for the next."""
    often = sorted(netuid for netuid, times in Counter(netuids).items() if times > 1)
    if not set(often) - {ROOT}:
        return ()
    named = ", ".join(str(netuid) for netuid in often if netuid != ROOT)
    return (f"each trade is estimated at the price before the others on subnet {named}",)


def _check_positive(rao: int, role: str) -> None:
    if not 0 < rao < 1 << 64:
        bound = "above 0" if rao <= 0 else "below 18446744073.709551616"
        raise AmountError(f"{role} must be {bound}")


def _unit(amount: Any) -> str:
    return amount.unit if isinstance(amount, (Tao, Alpha)) else type(amount).__name__
