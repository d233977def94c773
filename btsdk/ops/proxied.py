"""Operations that a proxy signs for another account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from btsdk.calls import proxy as calls
from btsdk.descriptors.values import ProxyType
from btsdk.errors import UsageError
from btsdk.events.proxy import Announced as AnnouncedEvent
from btsdk.events.proxy import ProxyExecuted
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata
from btsdk.ops.checks import check_address
from btsdk.ops.raw import RawCall
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
    drafted,
    enclosed,
)
from btsdk.tx.outcome import expected

__all__ = ["Announced", "ExecuteAnnounced", "Proxied"]

PROXY_TYPES: tuple[str, ...] = get_args(ProxyType)
"""The proxy types, by their names on chain."""


@dataclass(frozen=True)
class Proxied:
    """An operation for the account `real`, signed by its proxy (`Proxy.proxy`).

    The operation acts on `real`; the signer pays the fee. `force_type` selects the proxy type if
    the signer has several.
    """

    operation: Wanted
    real: str
    force_type: str | None = None

    def __post_init__(self) -> None:
        check_address(self.real, "real")
        if self.force_type is not None and self.force_type not in PROXY_TYPES:
            raise UsageError(
                f"there is no proxy type {self.force_type!r}", hint=f"One of: {_TYPES}."
            )

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The operation's call inside `proxy`."""
        inner = yield from drafted(self.operation, at, self.real)
        granted = yield from _granted(at, self.real, origin, self.force_type)
        refusals = inner.refusals
        if granted is None or granted["delay"]:
            refusals = (_not_now(self.real, origin, granted), *refusals)
        metadata = at.metadata
        finish = None if inner.finish is None else self._finished(inner.finish, metadata)
        effects = (f"{origin} acts for {self.real}:", *inner.effects)
        expects = (*inner.expects, expected(ProxyExecuted))
        call = self._call(inner.call, metadata)
        return Draft(
            call,
            effects,
            inner.warnings,
            finish,
            announced=inner.announced,
            expects=expects,
            refusals=refusals,
        )

    def _call(self, call: Encodable, metadata: Metadata) -> Encodable:
        args = {
            "real": ("Id", ss58.decode(self.real)),
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
    real: str

    def __post_init__(self) -> None:
        check_address(self.real, "real")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`announce` with the hash of the operation's call."""
        inner = yield from drafted(self.operation, at, self.real)
        if inner.finish is not None:
            raise UsageError("a proof of work expires within a few blocks: it cannot be announced")
        granted = yield from _granted(at, self.real, origin, None)
        data = inner.call.encode(at.metadata)
        announced = Announcement(self.real, data, blake2_256(data))
        call = calls.Announce(real=ss58.decode(self.real), call_hash=announced.call_hash)
        delay = granted["delay"] if granted else 0
        later = f", but {delay} blocks later at the earliest" if delay else ""
        effects = (
            f"the call 0x{announced.call_hash.hex()} is announced for {self.real}",
            "a deposit is held until the call is executed or the announcement removed",
            *(f"not executed now{later}: {effect}" for effect in inner.effects),
        )
        refusals = () if granted else (_not_now(self.real, origin, None),)
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
            call,
            effects,
            inner.warnings,
            announced=(announced,),
            expects=expects,
            refusals=refusals,
        )


@dataclass(frozen=True)
class ExecuteAnnounced:
    """Execute a call that the proxy `delegate` announced for `real`; any account may sign.

    `call` is the whole encoded call: the bytes whose hash was announced.
    """

    delegate: str
    real: str
    call: bytes

    def __post_init__(self) -> None:
        check_address(self.delegate, "delegate")
        check_address(self.real, "real")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`proxy_announced`."""
        yield from ()
        found = at.metadata.decode_call(self.call)
        inner = RawCall(found.pallet, found.name, found.args)
        args = {
            "delegate": ("Id", ss58.decode(self.delegate)),
            "real": ("Id", ss58.decode(self.real)),
            "force_proxy_type": None,
            "call": inner.nested(),
        }
        effects = (f"for {self.real}, as {self.delegate} announced: {found.pallet}.{found.name}",)
        call = RawCall("Proxy", "proxy_announced", args)
        return Draft(call, effects, expects=(expected(ProxyExecuted),))


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


_TYPES = ", ".join(PROXY_TYPES)
