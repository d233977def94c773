"""Proxies: accounts that act for others (Subtensor's fork of the pallet)."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, twox_64_concat
from chain_spec.types import (
    AsCompact,
    BoundedVec,
    Option,
    Result,
    Tuple,
    Unit,
    alias,
    boolean,
    u16,
    u32,
)
from chain_spec.types.labels import (
    AccountId,
    AccountIdLookup,
    BalanceOf,
    BlockNumber,
    BoxedCall,
    DispatchResult,
)
from chain_spec.types.substrate import H256, AccountId32, DispatchError, MultiAddress
from chain_spec.types.subtensor import DepositKind, ProxyAnnouncement, ProxyDefinition, ProxyType
from chain_spec.types.units import TaoBalance

ProxyTypeOf = alias("T::ProxyType", ProxyType)
CallHashOf = alias("CallHashOf<T>", H256)


class storage:
    Proxies = Map(twox_64_concat(AccountId32), Tuple(BoundedVec(ProxyDefinition, 20), TaoBalance))
    Announcements = Map(
        twox_64_concat(AccountId32), Tuple(BoundedVec(ProxyAnnouncement, 75), TaoBalance)
    )
    LastCallResult = Map(twox_64_concat(AccountId32), Result(Unit, DispatchError), optional=True)
    RealPaysFee = Map(
        (twox_64_concat(AccountId32), twox_64_concat(AccountId32)), Unit, optional=True
    )


class calls:
    proxy = Call(0, real=AccountIdLookup, force_proxy_type=Option(ProxyTypeOf), call=BoxedCall)
    add_proxy = Call(1, delegate=AccountIdLookup, proxy_type=ProxyTypeOf, delay=BlockNumber)
    remove_proxy = Call(2, delegate=AccountIdLookup, proxy_type=ProxyTypeOf, delay=BlockNumber)
    remove_proxies = Call(3)
    create_pure = Call(4, proxy_type=ProxyTypeOf, delay=BlockNumber, index=u16)
    kill_pure = Call(
        5,
        spawner=AccountIdLookup,
        proxy_type=ProxyTypeOf,
        index=u16,
        height=AsCompact(BlockNumber),
        ext_index=AsCompact(u32),
    )
    announce = Call(6, real=AccountIdLookup, call_hash=CallHashOf)
    remove_announcement = Call(7, real=AccountIdLookup, call_hash=CallHashOf)
    reject_announcement = Call(8, delegate=AccountIdLookup, call_hash=CallHashOf)
    proxy_announced = Call(
        9,
        delegate=AccountIdLookup,
        real=AccountIdLookup,
        force_proxy_type=Option(ProxyTypeOf),
        call=BoxedCall,
    )
    poke_deposit = Call(10)
    set_real_pays_fee = Call(11, delegate=MultiAddress, pays_fee=boolean)


class events:
    ProxyExecuted = Event(0, result=DispatchResult)
    PureCreated = Event(
        1, pure=AccountId, who=AccountId, proxy_type=ProxyTypeOf, disambiguation_index=u16
    )
    PureKilled = Event(
        2, pure=AccountId, spawner=AccountId, proxy_type=ProxyTypeOf, disambiguation_index=u16
    )
    Announced = Event(3, real=AccountId, proxy=AccountId, call_hash=CallHashOf)
    ProxyAdded = Event(
        4, delegator=AccountId, delegatee=AccountId, proxy_type=ProxyTypeOf, delay=BlockNumber
    )
    ProxyRemoved = Event(
        5, delegator=AccountId, delegatee=AccountId, proxy_type=ProxyTypeOf, delay=BlockNumber
    )
    DepositPoked = Event(
        6, who=AccountId, kind=DepositKind, old_deposit=BalanceOf, new_deposit=BalanceOf
    )
    RealPaysFeeSet = Event(7, real=AccountId, delegate=AccountId, pays_fee=boolean)


class errors:
    TooMany = Error(
        0, "The account has as many proxies or announcements as it can have; remove one."
    )
    NotFound = Error(1, "There is no such proxy.")
    NotProxy = Error(2, "The signer is not a proxy of this account.")
    Unproxyable = Error(3, "A proxy of this type may not make this call.")
    Duplicate = Error(4, "This proxy is set already.")
    NoPermission = Error(5, "The call would give the proxy more rights than it has.")
    Unannounced = Error(6, "The call was not announced, or its delay has not passed.")
    NoSelfProxy = Error(7, "An account cannot be its own proxy.")
    AnnouncementDepositInvariantViolated = Error(
        8, "The deposit of the announcements is not what it should be."
    )
    InvalidDerivedAccountId = Error(9, "No account could be derived; try another index.")


class constants:
    ProxyDepositBase = Constant(TaoBalance, 60_000_000)
    ProxyDepositFactor = Constant(TaoBalance, 33_000_000)
    MaxProxies = Constant(u32, 20)
    MaxPending = Constant(u32, 75)
    AnnouncementDepositBase = Constant(TaoBalance, 36_000_000)
    AnnouncementDepositFactor = Constant(TaoBalance, 68_000_000)


pallet = Pallet(
    "Proxy",
    16,
    crate="pallet_subtensor_proxy",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
