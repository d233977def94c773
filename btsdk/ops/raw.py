"""Any call by its names, and any operation as the chain's sudo key would do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from btsdk.descriptors.inputs import call_arguments
from btsdk.events.sudo import Sudid
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Finish, Wanted, describe, drafted, enclosed
from btsdk.tx.outcome import expected

__all__ = ["RawCall", "Sudo"]


@dataclass(frozen=True)
class RawCall:
    """A call by the names in the chain's metadata, with arguments in the codec's shapes; accounts
    may be given as addresses, too.

    It is an operation and a call in one. Nothing about it is checked but that it can be encoded.
    """

    pallet: str
    name: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call as it is."""
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
    """An operation, done with root's powers: signed by the sudo key, executed as Root."""

    operation: Wanted

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The inner call inside `Sudo.sudo`."""
        inner = yield from drafted(self.operation, at, origin)
        effects = tuple(f"as root: {effect}" for effect in inner.effects)
        finish = None if inner.finish is None else _finished(inner.finish, at.metadata)
        expects = (*inner.expects, expected(Sudid))
        # No refusals: what is refused to an account may be granted to root.
        call = _sudo(inner.call, at.metadata)
        return Draft(
            call, effects, inner.warnings, finish, announced=inner.announced, expects=expects
        )


def _sudo(call: Encodable, metadata: Metadata) -> RawCall:
    return RawCall("Sudo", "sudo", {"call": enclosed(call, metadata)})


def _finished(finish: Finish, metadata: Metadata) -> Finish:
    def program() -> Program[Encodable]:
        return _sudo((yield from finish()), metadata)

    return program
