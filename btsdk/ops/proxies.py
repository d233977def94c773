"""Proxies of the signer: added, removed, and who pays their fees."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import proxy as calls
from btsdk.descriptors import TypedEvent
from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import ProxyType
from btsdk.events import proxy as events
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import deposit_refusals, settle_account
from btsdk.ops.derived import U32_MAX
from btsdk.reads.accounts import address_of
from btsdk.reads.proxies import Proxies, ProxyEntry, proxies, proxy_constants, proxy_type_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Tao

__all__ = ["AddProxy", "PokeProxyDeposit", "RemoveProxies", "RemoveProxy", "SetRealPaysFee"]


@dataclass(frozen=True)
class _Entry:
    """One entry of the signer's proxies. `delay` is in blocks after an announcement."""

    delegate: Account
    proxy_type: ProxyType = "Any"
    delay: int = 0

    def __post_init__(self) -> None:
        settle_account(self, "delegate")
        proxy_type_of(self.proxy_type)
        settle(self, "delay", 0, U32_MAX)

    def _as_read(self) -> ProxyEntry:
        return ProxyEntry(self._delegate, self.proxy_type, self.delay)

    @property
    def _delegate(self) -> str:
        return address_of(self.delegate, "delegate")

    def _event(self, kind: type[TypedEvent], origin: str) -> Expected:
        return expected(
            kind,
            delegator=ss58.decode(origin),
            delegatee=ss58.decode(self._delegate),
            proxy_type=self.proxy_type,
            delay=self.delay,
        )


@dataclass(frozen=True)
class AddProxy(_Entry):
    """Let `delegate` act for the signer, with the calls that the proxy type allows.

    With a `delay` (blocks) each call must be announced first, and can be rejected until it ends.
    """

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`add_proxy`."""
        held = yield from proxies(at, origin)
        limits = yield from proxy_constants(at)
        due = limits.deposit(len(held.proxies) + 1)
        more = due - held.deposit if due > held.deposit else Tao.from_rao(0)
        refusals = self._refusals(origin, held, limits.max_proxies)
        if not refusals:
            refusals = yield from deposit_refusals(at, origin, more)
        after = f", {self.delay} blocks after an announcement" if self.delay else ""
        effects = (
            f"{self._delegate} may act for {origin} as a proxy of type {self.proxy_type}{after}",
            f"{more:,} more is reserved as the deposit, {due:,} in all",
        )
        expects = (self._event(events.ProxyAdded, origin),)
        call = calls.AddProxy(delegate=self.delegate, proxy_type=self.proxy_type, delay=self.delay)
        return Draft(call, effects, self._warnings(), expects=expects, refusals=refusals)

    def _refusals(self, origin: str, held: Proxies, most: int) -> tuple[Refusal, ...]:
        if self._delegate == origin:
            return (Refusal("Proxy.NoSelfProxy", "an account cannot be its own proxy"),)
        if self._as_read() in held.proxies:
            return (Refusal("Proxy.Duplicate", f"{self._delegate} is such a proxy already"),)
        if len(held.proxies) >= most:
            reason = f"the account has {len(held.proxies)} proxies, the most that the chain allows"
            return (Refusal("Proxy.TooMany", reason),)
        return ()

    def _warnings(self) -> tuple[str, ...]:
        if self.proxy_type == "Any" and not self.delay:
            return ("a proxy of type Any without a delay can take everything from the account",)
        return ()


@dataclass(frozen=True)
class RemoveProxy(_Entry):
    """Remove a proxy of the signer; type and delay must be those with which it was added."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`remove_proxy`."""
        held = yield from proxies(at, origin)
        limits = yield from proxy_constants(at)
        refusals: tuple[Refusal, ...] = ()
        if self._as_read() not in held.proxies:
            reason = (
                f"{self._delegate} is no proxy of type {self.proxy_type} with a delay of "
                f"{self.delay} for {origin}"
            )
            refusals = (Refusal("Proxy.NotFound", reason),)
        due = limits.deposit(max(len(held.proxies) - 1, 0))
        effects = [f"{self._delegate} no longer acts for {origin} as {self.proxy_type}"]
        if held.deposit > due and not refusals:
            effects.append(f"{held.deposit - due:,} of the deposit is returned")
        expects = (self._event(events.ProxyRemoved, origin),)
        call = calls.RemoveProxy(
            delegate=self.delegate, proxy_type=self.proxy_type, delay=self.delay
        )
        return Draft(call, tuple(effects), expects=expects, refusals=refusals)


@dataclass(frozen=True)
class RemoveProxies:
    """Remove all proxies of the signer. A pure proxy account is lost with its last proxy."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`remove_proxies`; the chain reports no event."""
        held = yield from proxies(at, origin)
        listed = (f"{one.delegate} ({one.proxy_type})" for one in held.proxies)
        effects = (
            f"all {len(held.proxies)} proxies of {origin} are removed",
            *(f"no longer a proxy: {one}" for one in listed),
            f"the deposit of {held.deposit:,} is returned",
        )
        warnings: tuple[str, ...] = (
            "an account without a key of its own (a pure proxy) is lost for good",
        )
        if not held.proxies:
            warnings += ("the account has no proxies",)
        return Draft(calls.RemoveProxies(), effects, warnings)


@dataclass(frozen=True)
class SetRealPaysFee:
    """Let the signer pay the fees of what this proxy does for it, or stop paying them."""

    delegate: Account
    pays_fee: bool = True

    def __post_init__(self) -> None:
        settle_account(self, "delegate")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_real_pays_fee`."""
        delegate = address_of(self.delegate, "delegate")
        held = yield from proxies(at, origin)
        refusals: tuple[Refusal, ...] = ()
        if all(one.delegate != delegate for one in held.proxies):
            reason = f"{delegate} is not a proxy of {origin}"
            refusals = (Refusal("Proxy.NotProxy", reason),)
        payer = origin if self.pays_fee else f"{delegate} itself"
        effects = (f"{payer} pays the fees of what {delegate} does for {origin}",)
        expects = (
            expected(
                events.RealPaysFeeSet,
                real=ss58.decode(origin),
                delegate=ss58.decode(delegate),
                pays_fee=self.pays_fee,
            ),
        )
        call = calls.SetRealPaysFee(delegate=delegate, pays_fee=self.pays_fee)
        return Draft(call, effects, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class PokeProxyDeposit:
    """Adjust the signer's deposits for proxies and announcements to the chain's present rates."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`poke_deposit`, which is free if a deposit changes."""
        yield from ()
        effects = (
            f"the deposits of {origin} for proxies and announcements follow the present rates",
            "no fee if a deposit changes",
        )
        expects = (Expected(events.DepositPoked, or_nothing=True),)
        return Draft(calls.PokeDeposit(), effects, expects=expects)
