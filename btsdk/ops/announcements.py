"""The removal of announcements, by the proxy that made them or by the account they are for."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import proxy as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.hexadecimal import from_hex
from btsdk.ops.checks import settle_account
from btsdk.reads.accounts import address_of
from btsdk.reads.proxies import announcements
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal

__all__ = ["RejectAnnouncement", "RemoveAnnouncement"]

_HASH_BYTES = 32


def settle_hash(operation: object, field: str = "call_hash") -> None:
    """Make a call's hash (32 bytes, or hex text) bytes; raise `UsageError` if it is none."""
    value = getattr(operation, field)
    try:
        data = bytes(value) if isinstance(value, (bytes, bytearray)) else from_hex(value)
    except ValueError:
        data = b""
    if len(data) != _HASH_BYTES:
        raise UsageError(f"{field} is 32 bytes, or hex text of 64 digits")
    object.__setattr__(operation, field, data)


@dataclass(frozen=True)
class RemoveAnnouncement:
    """Take back a call that the signer, a proxy, announced for `real`."""

    real: Account
    call_hash: bytes | str

    def __post_init__(self) -> None:
        settle_account(self, "real")
        settle_hash(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`remove_announcement`; the chain reports no event."""
        real, call_hash = address_of(self.real, "real"), bytes(self.call_hash)  # type: ignore[arg-type]
        refusals = yield from _refusals(at, origin, real, call_hash)
        effects = _effects(origin, real, call_hash)
        call = calls.RemoveAnnouncement(real=real, call_hash=call_hash)
        return Draft(call, effects, refusals=refusals)


@dataclass(frozen=True)
class RejectAnnouncement:
    """Refuse a call that the proxy `delegate` announced for the signer."""

    delegate: Account
    call_hash: bytes | str

    def __post_init__(self) -> None:
        settle_account(self, "delegate")
        settle_hash(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`reject_announcement`; the chain reports no event."""
        delegate = address_of(self.delegate, "delegate")
        call_hash = bytes(self.call_hash)  # type: ignore[arg-type]
        refusals = yield from _refusals(at, delegate, origin, call_hash)
        effects = _effects(delegate, origin, call_hash)
        call = calls.RejectAnnouncement(delegate=delegate, call_hash=call_hash)
        return Draft(call, effects, refusals=refusals)


def _refusals(
    at: BlockContext, delegate: str, real: str, call_hash: bytes
) -> Program[tuple[Refusal, ...]]:
    pending = (yield from announcements(at, delegate)).announcements
    if any((one.real, one.call_hash) == (real, call_hash) for one in pending):
        return ()
    reason = f"{delegate} has not announced the call 0x{call_hash.hex()} for {real}"
    return (Refusal("Proxy.NotFound", reason),)


def _effects(delegate: str, real: str, call_hash: bytes) -> tuple[str, ...]:
    return (
        f"the announced call 0x{call_hash.hex()} of {delegate} for {real} is not executed",
        f"{delegate} gets its deposit back",
    )
