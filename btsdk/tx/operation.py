"""What an operation must offer to pass through the door: a call, and what it will do in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from btsdk.descriptors import TypedCall
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.scale.types import Composite, Sequence, Variant
from btsdk.state.block_context import BlockContext
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
    part of it may go through. `announced` are the calls that are only announced, and done by other
    extrinsics. `expects` are the events by which the chain reports that it did this: others are
    an error (`btsdk.tx.outcome`).
    """

    call: Encodable
    effects: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    finish: Finish | None = None
    spends: Tao | None = None
    announced: tuple[Announcement, ...] = ()
    expects: tuple[Expectation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    if_short: str = "Token.FundsUnavailable"

    def __post_init__(self) -> None:
        # A refusal is a warning to everybody who looks at warnings alone.
        reasons = (refusal.reason for refusal in self.refusals)
        object.__setattr__(self, "warnings", tuple(dict.fromkeys((*reasons, *self.warnings))))


class Operation(Protocol):
    """Something that a user wants done, independent of any chain."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call for the account `origin`; raises `UsageError` where it cannot be meant."""


Wanted = Operation | TypedCall
"""What can be sent: an operation, or a generated call as it stands."""


def drafted(wanted: Wanted, at: BlockContext, origin: str) -> Program[Draft]:
    """The draft of it. Nothing about a generated call is foreseen or checked but its shape."""
    if isinstance(wanted, TypedCall):
        return Draft(wanted, (describe(wanted, at.metadata),))
    return (yield from wanted.draft(at, origin))


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
    """An argument for a reader: accounts as addresses, other bytes in hex, calls as calls. A
    value that does not fit its type is shown as it is; encoding it says what is wrong."""
    declared = metadata.registry.type(type_id)
    match value:
        case ("Id", bytes(account)):
            return ss58.encode(account)
        case ("Id", str(address)):
            return address
        case bytes() if declared.path[-1:] == ("AccountId32",):
            return ss58.encode(value)
        case bytes():
            return "0x" + value.hex()
        case list() | tuple() if type_id == metadata.outer_call and _is_call(value):
            return describe(_Nested(*value), metadata)
    match declared.definition, value:
        case Sequence(type=inner), list():
            return f"[{', '.join(_shown(item, inner, metadata) for item in value)}]"
        case Composite(fields=fields), dict():
            types = {field.name: field.type for field in fields}
            parts = (
                f"{name!r}: {_field(item, types[name], metadata)}"
                for name, item in value.items()
                if name in types
            )
            return f"{{{', '.join(parts)}}}"
        case Variant(variants=cases), _ if declared.path == ("Option",) and value is not None:
            return _shown(value, cases[1].fields[0].type, metadata)
    return str(value)


def _field(value: Any, type_id: int, metadata: Metadata) -> str:
    """A field of a struct: `Vec<u8>` is mostly text there, such as the name in an identity."""
    if isinstance(value, bytes) and isinstance(
        metadata.registry.type(type_id).definition, Sequence
    ):
        text = value.decode(errors="replace")
        if text.isprintable() and text.encode() == value:
            return repr(text)
    return _shown(value, type_id, metadata)


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
