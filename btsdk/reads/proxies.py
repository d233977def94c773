"""Proxies of accounts, their announcements, and the calls that a proxy type allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from btsdk.apis import proxy_filter as api
from btsdk.constants import proxy as constants
from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import ProxyType
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, constant, has_api, storage, storage_map
from btsdk.storage import proxy as items
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

PROXY_TYPES: tuple[str, ...] = get_args(ProxyType)
"""The proxy types, by their names on chain and in the order of their numbers."""

CallValue = tuple[str, "str | tuple[str, Any]"]
"""A decoded call: pallet, and the call's name alone or with its arguments."""


def proxy_type_of(name: str) -> str:
    """The name, if it is a proxy type; otherwise `UsageError`."""
    if name not in PROXY_TYPES:
        raise UsageError(
            f"there is no proxy type {name!r}", hint=f"One of: {', '.join(PROXY_TYPES)}."
        )
    return name


@dataclass(frozen=True)
class ProxyEntry:
    """An account that may act for another one; `delay` is in blocks after an announcement."""

    delegate: str
    proxy_type: str
    delay: int


@dataclass(frozen=True)
class Proxies:
    """The proxies of one account, and the deposit that it holds for them."""

    proxies: tuple[ProxyEntry, ...]
    deposit: Tao


@dataclass(frozen=True)
class PendingAnnouncement:
    """A call that a proxy announced for `real`, by its hash, at block `height`."""

    real: str
    call_hash: bytes
    height: int


@dataclass(frozen=True)
class Announcements:
    """The announcements of one proxy, and the deposit that it holds for them."""

    announcements: tuple[PendingAnnouncement, ...]
    deposit: Tao


@dataclass(frozen=True)
class ProxyConstants:
    """The chain's limits and deposits for proxies and announcements."""

    deposit_base: Tao
    deposit_factor: Tao
    max_proxies: int
    announcement_deposit_base: Tao
    announcement_deposit_factor: Tao
    max_pending: int

    def deposit(self, proxies: int) -> Tao:
        """The deposit of an account with this many proxies."""
        return _deposit(self.deposit_base, self.deposit_factor, proxies)

    def announcement_deposit(self, announcements: int) -> Tao:
        """The deposit of a proxy with this many announcements."""
        base, factor = self.announcement_deposit_base, self.announcement_deposit_factor
        return _deposit(base, factor, announcements)


@dataclass(frozen=True)
class ProxyKind:
    """A proxy type of the chain. A deprecated one allows no call."""

    name: str
    index: int
    deprecated: bool


@dataclass(frozen=True)
class FilterEntry:
    """A call in a filter, or a whole pallet (`call` is None).

    With a limit, the entry only fits while `argument` is less than `below`; with `carries`, only
    while the call that it contains is that one.
    """

    pallet: str
    call: str | None
    argument: str | None = None
    below: int | None = None
    carries: tuple[str, str] | None = None

    def fits(self, call: CallValue) -> bool:
        """Whether the entry is about this call."""
        pallet, inner = call
        name, arguments = inner if isinstance(inner, tuple) else (inner, {})
        if pallet != self.pallet or self.call not in (None, name):
            return False
        if self.argument is not None and self.below is not None:
            return int(arguments[self.argument]) < self.below
        if self.carries is not None:
            return any(_names(value) == self.carries for value in arguments.values())
        return True

    def __str__(self) -> str:
        shown = self.pallet if self.call is None else f"{self.pallet}.{self.call}"
        if self.argument is not None:
            return f"{shown} with {self.argument} below {self.below}"
        return shown if self.carries is None else f"{shown} around {'.'.join(self.carries)}"


@dataclass(frozen=True)
class ProxyFilter:
    """The calls that a proxy type allows: `calls` less `exceptions`, or all but `calls`.

    With `mode` `AllowAll` or `DenyAll` the lists are empty.
    """

    proxy_type: str
    deprecated: bool
    mode: str
    calls: tuple[FilterEntry, ...]
    exceptions: tuple[FilterEntry, ...]

    def allows(self, call: CallValue) -> bool:
        """Whether the filter allows a call; not the calls inside it."""
        if self.mode in ("AllowAll", "DenyAll"):
            return self.mode == "AllowAll"
        named = any(entry.fits(call) for entry in self.calls)
        if self.mode == "Deny":
            return not named
        return named and not any(entry.fits(call) for entry in self.exceptions)


def proxies(at: BlockContext, account: Account) -> Program[Proxies]:
    """The proxies that may act for an account."""
    return _proxies((yield from storage(at, items.Proxies, account)))


def all_proxies(at: BlockContext) -> Program[dict[str, Proxies]]:
    """All proxies of the chain, by the address of the account for which they act."""
    entries = yield from storage_map(at, items.Proxies)
    return {ss58.encode(real): _proxies(value) for (real,), value in entries}


def announcements(at: BlockContext, delegate: Account) -> Program[Announcements]:
    """The calls that a proxy has announced, for all accounts for which it acts."""
    return _announcements((yield from storage(at, items.Announcements, delegate)))


def all_announcements(at: BlockContext) -> Program[dict[str, Announcements]]:
    """All announcements of the chain, by the address of the proxy."""
    entries = yield from storage_map(at, items.Announcements)
    return {ss58.encode(who): _announcements(value) for (who,), value in entries}


def real_pays_fee(at: BlockContext, real: Account, delegate: Account) -> Program[bool]:
    """Whether `real` pays the fees of what this proxy does for it."""
    return (yield from storage(at, items.RealPaysFee, real, delegate)) is not None


def proxy_constants(at: BlockContext) -> Program[ProxyConstants]:
    """The chain's limits and deposits for proxies."""
    yield from ()
    return ProxyConstants(
        deposit_base=Tao.from_rao(constant(at, constants.ProxyDepositBase)),
        deposit_factor=Tao.from_rao(constant(at, constants.ProxyDepositFactor)),
        max_proxies=constant(at, constants.MaxProxies),
        announcement_deposit_base=Tao.from_rao(constant(at, constants.AnnouncementDepositBase)),
        announcement_deposit_factor=Tao.from_rao(constant(at, constants.AnnouncementDepositFactor)),
        max_pending=constant(at, constants.MaxPending),
    )


def proxy_types(at: BlockContext) -> Program[tuple[ProxyKind, ...]]:
    """The proxy types of the chain."""
    found = yield from call_api(at, api.get_proxy_types)
    return tuple(ProxyKind(one["name"].decode(), one["index"], one["deprecated"]) for one in found)


def proxy_filters(at: BlockContext) -> Program[dict[str, ProxyFilter]]:
    """The filters of all proxy types, by name."""
    found = yield from _filters(at, None)
    return {one["name"].decode(): _filter(one) for one in found}


def proxy_filter(at: BlockContext, proxy_type: str) -> Program[ProxyFilter]:
    """The filter of one proxy type."""
    number = PROXY_TYPES.index(proxy_type_of(proxy_type))
    found = yield from _filters(at, number)
    if not found:
        raise UsageError(f"this chain has no proxy type {proxy_type!r}")
    return _filter(found[0])


def has_filters(at: BlockContext) -> bool:
    """Whether the runtime tells which calls a proxy type allows."""
    return has_api(at, api.get_proxy_filter) or has_api(at, api.get_proxy_filters)


def _filters(at: BlockContext, number: int | None) -> Program[list[v.ProxyFilterInfo]]:
    """The filter of one type, or of all; newer chains have another method for it."""
    if has_api(at, api.get_proxy_filter):
        return (yield from call_api(at, api.get_proxy_filter, number))
    numbers = None if number is None else [number]
    return (yield from call_api(at, api.get_proxy_filters, numbers))  # type: ignore[arg-type]  # numbers, not text


def _deposit(base: Tao, factor: Tao, count: int) -> Tao:
    return base + factor * count if count else Tao.from_rao(0)


def _proxies(value: tuple[list[v.ProxyDefinition], int]) -> Proxies:
    entries, deposit = value
    return Proxies(
        tuple(
            ProxyEntry(ss58.encode(one["delegate"]), one["proxy_type"], one["delay"])
            for one in entries
        ),
        Tao.from_rao(deposit),
    )


def _announcements(value: tuple[list[v.Announcement], int]) -> Announcements:
    entries, deposit = value
    return Announcements(
        tuple(
            PendingAnnouncement(ss58.encode(one["real"]), one["call_hash"], one["height"])
            for one in entries
        ),
        Tao.from_rao(deposit),
    )


def _filter(value: v.ProxyFilterInfo) -> ProxyFilter:
    return ProxyFilter(
        proxy_type=value["name"].decode(),
        deprecated=value["deprecated"],
        mode=value["filter_mode"],
        calls=tuple(map(_entry, value["calls"])),
        exceptions=tuple(map(_entry, value["exceptions"])),
    )


def _entry(value: v.CallInfo) -> FilterEntry:
    pallet = value["pallet_name"].decode()
    call = None if value["call_name"] is None else value["call_name"].decode()
    match value["condition"]:
        case ("ParamLessThan", {"param_name": bytes(argument), "limit": int(limit)}):
            return FilterEntry(pallet, call, argument=argument.decode(), below=limit)
        case ("NestedCallMustBe", {"pallet_name": bytes(inner), "call_name": bytes(name)}):
            return FilterEntry(pallet, call, carries=(inner.decode(), name.decode()))
    return FilterEntry(pallet, call)


def _names(value: Any) -> tuple[str, str] | None:
    """The pallet and the name of a value that is a call; None for other values."""
    match value:
        case (str(pallet), (str(name), Mapping())) | (str(pallet), str(name)):
            return pallet, name
    return None
