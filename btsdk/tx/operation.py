"""The interface of operations and calls, and their drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from btsdk.descriptors import TypedCall
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.description import call_in_words
from btsdk.tx.outcome import Expectation
from btsdk.units import Tao


class Encodable(Protocol):
    """A call that can be encoded for a chain: a generated call, or a `RawCall`."""

    @property
    def pallet(self) -> str:
        """The pallet's name, such as `Balances`."""

    @property
    def name(self) -> str:
        """The call's name, such as `transfer_keep_alive`."""

    def encode(self, metadata: Metadata) -> bytes:
        """The encoded call; raises `IncompatibleItem` or `EncodeError`."""

    def nested(self) -> tuple[str, Any]:
        """The call in the codec's shape, for use as an argument of another call."""

    def arguments(self) -> dict[str, Any]:
        """The arguments in the codec's shapes."""


Finish = Callable[[], Program[Encodable]]
"""Makes the final call just before signing (a proof of work expires within a few blocks)."""


@dataclass(frozen=True)
class Announcement:
    """An announced call for the account `real`: only its hash is sent, its bytes are needed to
    execute it."""

    real: str
    call: bytes
    call_hash: bytes


@dataclass(frozen=True)
class Refusal:
    """The reason why the chain would certainly refuse an operation in the drafted state.

    `code` is the name of the chain's error, as in `DispatchError.code`.
    """

    code: str
    reason: str


@dataclass(frozen=True)
class Draft:
    """An operation, drafted for one chain at one block.

    `effects` describe the changes, `warnings` what the user may not expect. `refusals` are the
    reasons why the chain would certainly refuse it in its present state; they are also the first
    warnings. The fee is computed from `call`; if there is a `finish`, it makes the call that is
    sent. `spends` is the TAO that leaves the account, without fees, so that a batch can add it up.
    `if_short` is the chain's error if the account cannot spend it; empty if a part may succeed.
    `announced` are calls that are only announced, and executed by other extrinsics. `expects` are
    the events that report success; if they are missing, that is an error (`btsdk.tx.outcome`).
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
        # For callers that look at warnings only.
        reasons = (refusal.reason for refusal in self.refusals)
        object.__setattr__(self, "warnings", tuple(dict.fromkeys((*reasons, *self.warnings))))


class Operation(Protocol):
    """A change that a user wants made, independent of any chain."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The draft for the account `origin`; raises `UsageError` if the operation makes no sense
        on this chain."""


Wanted = Operation | TypedCall
"""An operation, or a generated call."""


def drafted(wanted: Wanted, at: BlockContext, origin: str) -> Program[Draft]:
    """The draft of an operation or call. Of a generated call only the shape is checked."""
    if isinstance(wanted, TypedCall):
        wanted.require(at.metadata)
        return Draft(wanted, (describe(wanted, at.metadata),))
    return (yield from wanted.draft(at, origin))


def drafted_as_root(wanted: Wanted, at: BlockContext, origin: str) -> Program[Draft]:
    """The draft of an operation that is executed with the Root origin, for the account `origin`.

    An operation with a `draft_as_root` knows what the chain refuses even to root; the refusals of
    any other one are those to an account, and are dropped.
    """
    as_root: Callable[..., Program[Draft]] | None = getattr(wanted, "draft_as_root", None)
    if as_root is not None:
        return (yield from as_root(at, origin))
    draft = yield from drafted(wanted, at, origin)
    return replace(draft, refusals=())


def enclosed(call: Encodable, metadata: Metadata) -> Any:
    """A call as an argument of another call; its shape is checked as for a call by itself."""
    call.encode(metadata)
    return call.nested()


def describe(call: Encodable, metadata: Metadata) -> str:
    """A call in one line: `Balances.transfer_keep_alive(dest=5F…, value=τ1.500000000)`."""
    return call_in_words(call.pallet, call.name, call.arguments(), metadata)
