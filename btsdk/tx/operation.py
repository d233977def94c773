"""What an operation must offer to pass through the door: a call, and what it will do in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.tx.outcome import Expectation
from btsdk.units import Tao


class Encodable(Protocol):
    """A call that knows its bytes on a chain: a generated one, or one by names alone."""

    @property
    def pallet(self) -> str:
        """As in `Balances`."""

    @property
    def name(self) -> str:
        """As in `transfer_keep_alive`."""

    def encode(self, metadata: Metadata) -> bytes:
        """Raises `IncompatibleItem` or `EncodeError`."""

    def nested(self) -> tuple[str, Any]:
        """The call as the codec takes it inside another one."""

    def arguments(self) -> dict[str, Any]:
        """The arguments as the codec takes them."""


Finish = Callable[[], Program[Encodable]]
"""Makes the final call when everything else is settled (a proof of work ages within blocks)."""


@dataclass(frozen=True)
class Announcement:
    """A call whose hash alone is sent, for the account `real`: whoever does it needs the bytes."""

    real: str
    call: bytes
    call_hash: bytes


@dataclass(frozen=True)
class Refusal:
    """Why the chain is certain to refuse an operation, in the state that it was drafted in.

    `code` is the name of the error that the chain would answer, as in `DispatchError.code`.
    """

    code: str
    reason: str


@dataclass(frozen=True)
class Draft:
    """An operation on a certain chain at a certain block.

    `effects` say what will change, `warnings` what the user may not expect. `refusals` say why the
    chain is certain to refuse it as things are; their reasons are the first warnings. `call` is
    what the fee is computed from; where `finish` is given, it makes the call that is really sent.
    `spends` is the TAO that leaves the account, fees not counted, so that a batch can add it up.
    `if_short` is the error that the chain answers where the account cannot spend it; empty where a
    part of it may go through. `announced` is the call that is only announced, and done by another
    extrinsic. `expects` are the events by which the chain reports that it did this: others are
    an error (`btsdk.tx.outcome`).
    """

    call: Encodable
    effects: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    finish: Finish | None = None
    spends: Tao | None = None
    announced: Announcement | None = None
    expects: tuple[Expectation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    if_short: str = "Token.FundsUnavailable"

    def __post_init__(self) -> None:
        # A refusal is a warning to everybody who looks at warnings alone.
        reasons = (refusal.reason for refusal in self.refusals)
        object.__setattr__(self, "warnings", tuple(dict.fromkeys((*reasons, *self.warnings))))


class Operation(Protocol):
    """Something that a user wants done, independent of any chain."""

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """The call for the account `origin`; raises `UsageError` where it cannot be meant."""


def enclosed(call: Encodable, metadata: Metadata) -> Any:
    """A call as an argument of another one, held to its declared shape as one that stands alone."""
    call.encode(metadata)
    return call.nested()


def describe(call: Encodable, metadata: Metadata) -> str:
    """A call in one line: `Balances.transfer_keep_alive(dest=5F…, value=1500000000)`."""
    fields = metadata.call(call.pallet, call.name).fields
    arguments = call.arguments()
    parts = (
        f"{field.name}={_shown(arguments[field.name], field.type, metadata)}"
        for field in fields
        if field.name in arguments
    )
    return f"{call.pallet}.{call.name}({', '.join(parts)})"


def _shown(value: Any, type_id: int, metadata: Metadata) -> str:
    """An argument for a reader: accounts as addresses, other bytes in hex, calls as calls."""
    match value:
        case ("Id", bytes(account)):
            return ss58.encode(account)
        case ("Id", str(address)):  # which has the shape of a call, too
            return address
        case bytes():
            path = metadata.registry.type(type_id).path
            return ss58.encode(value) if path[-1:] == ("AccountId32",) else "0x" + value.hex()
        case list() | tuple() if _is_call(value):
            return describe(_Nested(*value), metadata)
        case list() if all(_is_call(item) for item in value):
            return f"[{', '.join(describe(_Nested(*item), metadata) for item in value)}]"
    return str(value)


def _is_call(value: Any) -> bool:
    match value:
        case (str(), str()) | (str(), (str(), dict())):
            return True
    return False


class _Nested:
    """A call inside another one, in the codec's shape."""

    def __init__(self, pallet: str, inner: str | tuple[str, dict[str, Any]]) -> None:
        self.pallet = pallet
        self.name, self._arguments = (inner, {}) if isinstance(inner, str) else inner
        self._inner = inner

    def encode(self, metadata: Metadata) -> bytes:
        return metadata.encode_call(self.pallet, self.name, self._arguments)

    def nested(self) -> tuple[str, Any]:
        return (self.pallet, self._inner)

    def arguments(self) -> dict[str, Any]:
        return self._arguments
