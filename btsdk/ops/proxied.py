"""Operations that a proxy signs for another account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.calls import proxy as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.proxy import Announced as AnnouncedEvent
from btsdk.events.proxy import ProxyExecuted
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata
from btsdk.ops.checks import deposit_refusals, settle_account
from btsdk.ops.proxy_filters import filter_findings
from btsdk.ops.raw import RawCall
from btsdk.reads.accounts import address_of
from btsdk.reads.proxies import announcements, proxy_constants, proxy_type_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.proxy import Proxies
from btsdk.tx.operation import (
    Announcement,
    Draft,
    Encodable,
    Finish,
    Refusal,
    Wanted,
    describe,
    drafted,
    enclosed,
)
from btsdk.tx.outcome import expected

__all__ = ["Announced", "ExecuteAnnounced", "Proxied"]


@dataclass(frozen=True)
class Proxied:
    """An operation for the account `real`, signed by its proxy (`Proxy.proxy`).

    The operation acts on `real`; the signer pays the fee. `force_type` selects the proxy type if
    the signer has several.
    """

    operation: Wanted
    real: Account
    force_type: str | None = None

    def __post_init__(self) -> None:
        settle_account(self, "real")
        if self.force_type is not None:
            proxy_type_of(self.force_type)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The operation's call inside `proxy`."""
        real = address_of(self.real, "real")
        inner = yield from drafted(self.operation, at, real)
        granted = yield from _granted(at, real, origin, self.force_type)
        refusals, warnings = inner.refusals, inner.warnings
        if granted is None or granted["delay"]:
            refusals = (_not_now(real, origin, granted), *refusals)
        else:
            barred, doubts = yield from filter_findings(at, granted["proxy_type"], inner.call)
            refusals, warnings = (*barred, *refusals), (*doubts, *warnings)
        metadata = at.metadata
        finish = None if inner.finish is None else self._finished(inner.finish, metadata)
        effects = (f"{origin} acts for {real}:", *inner.effects)
        expects = (*inner.expects, expected(ProxyExecuted))
        call = self._call(inner.call, metadata)
        return Draft(
            call,
            effects,
            warnings,
            finish,
            announced=inner.announced,
            expects=expects,
            refusals=refusals,
        )

    def _call(self, call: Encodable, metadata: Metadata) -> Encodable:
        args = {
            "real": self.real,
            "force_proxy_type": self.force_type,
            "call": enclosed(call, metadata),
        }
        return RawCall("Proxy", "proxy", args)

    def _finished(self, finish: Finish, metadata: Metadata) -> Finish:
        def program() -> Program[Encodable]:
            return self._call((yield from finish()), metadata)

        return program


@dataclass(frozen=True)
class Announced:
    """Announce an operation for the account `real`, to be executed later.

    For proxies with a delay: only the hash of the call is sent (`Proxy.announce`), and `real` can
    reject it during the delay. The call itself is in the draft (`Draft.announced`); after the delay
    any account may execute it with `ExecuteAnnounced`.
    """

    operation: Wanted
    real: Account

    def __post_init__(self) -> None:
        settle_account(self, "real")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`announce` with the hash of the operation's call."""
        real = address_of(self.real, "real")
        inner = yield from drafted(self.operation, at, real)
        if inner.finish is not None:
            raise UsageError("a proof of work expires within a few blocks: it cannot be announced")
        granted = yield from _granted(at, real, origin, None)
        data = inner.call.encode(at.metadata)
        announced = Announcement(real, data, blake2_256(data))
        call = calls.Announce(real=ss58.decode(real), call_hash=announced.call_hash)
        delay = granted["delay"] if granted else 0
        later = f", but {delay} blocks later at the earliest" if delay else ""
        effects = (
            f"the call 0x{announced.call_hash.hex()} is announced for {real}",
            "a deposit is held until the call is executed or the announcement removed",
            *(f"not executed now{later}: {effect}" for effect in inner.effects),
        )
        warnings = inner.warnings
        refusals: tuple[Refusal, ...] = (_not_now(real, origin, None),)
        if granted:
            barred, doubts = yield from filter_findings(at, granted["proxy_type"], inner.call)
            # The type may be another one when the call is executed.
            warnings = (*(one.reason for one in barred), *doubts, *warnings)
            refusals = yield from _announce_refusals(at, origin)
        expects = (
            expected(
                AnnouncedEvent,
                real=call.real,
                proxy=ss58.decode(origin),
                call_hash=announced.call_hash,
            ),
        )
        # Refusals of the call itself are only warnings: it may succeed when it is executed.
        return Draft(
            call, effects, warnings, announced=(announced,), expects=expects, refusals=refusals
        )


@dataclass(frozen=True)
class ExecuteAnnounced:
    """Execute a call that the proxy `delegate` announced for `real`; any account may sign.

    `call` is the whole encoded call: the bytes whose hash was announced.
    """

    delegate: Account
    real: Account
    call: bytes

    def __post_init__(self) -> None:
        settle_account(self, "delegate")
        settle_account(self, "real")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`proxy_announced`."""
        delegate = address_of(self.delegate, "delegate")
        real = address_of(self.real, "real")
        found = at.metadata.decode_call(self.call)
        inner = RawCall(found.pallet, found.name, found.args)
        call = RawCall(
            "Proxy",
            "proxy_announced",
            {
                "delegate": delegate,
                "real": real,
                "force_proxy_type": None,
                "call": inner.nested(),
            },
        )
        shown = describe(inner, at.metadata)
        effects = (f"for {real}, as {delegate} announced: {shown}",)
        refusals, warnings = yield from self._findings(at, delegate, real, inner)
        return Draft(call, effects, warnings, expects=(expected(ProxyExecuted),), refusals=refusals)

    def _findings(
        self, at: BlockContext, delegate: str, real: str, inner: RawCall
    ) -> Program[tuple[tuple[Refusal, ...], tuple[str, ...]]]:
        granted = yield from _granted(at, real, delegate, None)
        if granted is None:
            return (_not_now(real, delegate, None),), ()
        pending = (yield from announcements(at, delegate)).announcements
        wanted = (real, blake2_256(self.call))
        heights = [one.height for one in pending if (one.real, one.call_hash) == wanted]
        if not heights:
            reason = f"{delegate} has not announced this call for {real}"
            return (Refusal("Proxy.Unannounced", reason),), ()
        due = min(heights) + granted["delay"]
        if due > at.number + 1:
            reason = f"the delay of {granted['delay']} blocks ends at block {due}"
            return (Refusal("Proxy.Unannounced", reason),), ()
        return (yield from filter_findings(at, granted["proxy_type"], inner))


def _announce_refusals(at: BlockContext, delegate: str) -> Program[tuple[Refusal, ...]]:
    """Refusals for one more announcement: too many, or no balance for the deposit."""
    held = yield from announcements(at, delegate)
    limits = yield from proxy_constants(at)
    count = len(held.announcements)
    if count >= limits.max_pending:
        reason = f"{delegate} has {count} announcements, the most that the chain keeps"
        return (Refusal("Proxy.TooMany", reason),)
    due = limits.announcement_deposit(count + 1)
    if due <= held.deposit:
        return ()
    return (yield from deposit_refusals(at, delegate, due - held.deposit))


def _granted(at: BlockContext, real: str, delegate: str, wanted: str | None) -> Program[Any]:
    """The chain's first proxy entry that lets `delegate` act for `real`, or None."""
    entries, _ = yield from storage(at, Proxies, ss58.decode(real))
    account = ss58.decode(delegate)
    for entry in entries:
        if entry["delegate"] == account and wanted in (None, entry["proxy_type"]):
            return entry
    return None


def _not_now(real: str, delegate: str, granted: Any) -> Refusal:
    """A refusal if there is no proxy of this type, or the call must be announced first."""
    if granted is None:
        return Refusal("Proxy.NotProxy", f"{delegate} is not a proxy of this type for {real}")
    delay = granted["delay"]
    reason = f"the proxy of {real} has a delay of {delay} blocks: announce the call first"
    return Refusal("Proxy.Unannounced", reason)
