"""A pause of the chain, for a deposit or by force."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, Value, twox_64_concat
from chain_spec.types import Option, u32
from chain_spec.types.frame import SafeModeExitReason
from chain_spec.types.labels import AccountId, BalanceOf, BlockNumber
from chain_spec.types.substrate import AccountId32
from chain_spec.types.units import TaoBalance


class storage:
    EnteredUntil = Value(u32, optional=True)
    Deposits = Map((twox_64_concat(AccountId32), twox_64_concat(u32)), TaoBalance, optional=True)


class calls:
    enter = Call(0)
    force_enter = Call(1)
    extend = Call(2)
    force_extend = Call(3)
    force_exit = Call(4)
    force_slash_deposit = Call(5, account=AccountId, block=BlockNumber)
    release_deposit = Call(6, account=AccountId, block=BlockNumber)
    force_release_deposit = Call(7, account=AccountId, block=BlockNumber)


class events:
    Entered = Event(0, until=BlockNumber)
    Extended = Event(1, until=BlockNumber)
    Exited = Event(2, reason=SafeModeExitReason)
    DepositPlaced = Event(3, account=AccountId, amount=BalanceOf)
    DepositReleased = Event(4, account=AccountId, amount=BalanceOf)
    DepositSlashed = Event(5, account=AccountId, amount=BalanceOf)
    CannotDeposit = Event(6)
    CannotRelease = Event(7)


class errors:
    Entered = Error(0, "Safe mode is on.")
    Exited = Error(1, "Safe mode is off.")
    NotConfigured = Error(2, "This way in or out of safe mode is switched off.")
    NoDeposit = Error(3, "There is no such deposit.")
    AlreadyDeposited = Error(4, "The account has a deposit for safe mode already.")
    CannotReleaseYet = Error(5, "The deposit cannot be released yet; wait some blocks.")
    CurrencyError = Error(6, "The deposit could not be held or released.")


class constants:
    EnterDuration = Constant(u32, 0)
    ExtendDuration = Constant(u32, 0)
    EnterDepositAmount = Constant(Option(TaoBalance), None)
    ExtendDepositAmount = Constant(Option(TaoBalance), None)
    ReleaseDelay = Constant(Option(u32), None)


pallet = Pallet(
    "SafeMode",
    20,
    crate="pallet_safe_mode",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
