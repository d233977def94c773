"""What an operation must offer to pass through the door: a call, and what it will do in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from btsdk.descriptors import TypedCall
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.description import call_in_words
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
    """A call in one line: `Balances.transfer_keep_alive(dest=5F…, value=τ1.500000000)`."""
    return call_in_words(call.pallet, call.name, call.arguments(), metadata)
