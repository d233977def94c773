"""Calls by name, and operations that run through sudo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from btsdk.descriptors.inputs import call_arguments
from btsdk.events.sudo import Sudid
from btsdk.metadata import Metadata
from btsdk.reads.governance import sudo_key
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import (
    Draft,
    Encodable,
    Finish,
    Refusal,
    Wanted,
    describe,
    drafted_as_root,
    enclosed,
)
from btsdk.tx.outcome import expected

__all__ = ["RawCall", "Sudo"]


@dataclass(frozen=True)
class RawCall:
    """A call by its names in the chain's metadata, with arguments in the codec's shapes. Accounts
    may also be addresses.

    It is both an operation and a call. Only its encoding is checked.
    """

    pallet: str
    name: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call itself, with no effects foreseen."""
        yield from ()
        call_arguments(at.metadata, self.pallet, self.name, self.args)
        return Draft(self, (describe(self, at.metadata),))

    def encode(self, metadata: Metadata) -> bytes:
        """The bytes of the call."""
        args = call_arguments(metadata, self.pallet, self.name, self.args)
        return metadata.encode_call(self.pallet, self.name, args)

    def arguments(self) -> dict[str, Any]:
        """The arguments as given."""
        return dict(self.args)

    def nested(self) -> tuple[str, Any]:
        """The call inside another one."""
        return (self.pallet, (self.name, dict(self.args)) if self.args else self.name)


@dataclass(frozen=True)
class Sudo:
    """An operation that is signed by the sudo key and executed with the Root origin."""

    operation: Wanted

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The inner call inside `Sudo.sudo`."""
        inner = yield from drafted_as_root(self.operation, at, origin)
        effects = tuple(f"as root: {effect}" for effect in inner.effects)
        finish = None if inner.finish is None else _finished(inner.finish, at.metadata)
        expects = (*inner.expects, expected(Sudid))
        # No refusals of the operation: root may do what the chain refuses to an account.
        return Draft(
            _sudo(inner.call, at.metadata),
            effects,
            inner.warnings,
            finish,
            announced=inner.announced,
            expects=expects,
            refusals=(*(yield from sudo_refusals(at, origin)), *inner.refusals),
        )


def sudo_refusals(at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
    """A refusal unless the account is the sudo key."""
    key = yield from sudo_key(at)
    if key == origin:
        return ()
    reason = "the chain has no sudo key" if key is None else f"the sudo key is {key}"
    return (Refusal("Sudo.RequireSudo", reason),)


def _sudo(call: Encodable, metadata: Metadata) -> RawCall:
    return RawCall("Sudo", "sudo", {"call": enclosed(call, metadata)})


def _finished(finish: Finish, metadata: Metadata) -> Finish:
    def program() -> Program[Encodable]:
        return _sudo((yield from finish()), metadata)

    return program
