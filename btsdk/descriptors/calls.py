"""Calls with typed arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from btsdk.descriptors.compatibility import call_shape, hinting, require
from btsdk.descriptors.fields import Fields, chain_name
from btsdk.descriptors.inputs import call_arguments

if TYPE_CHECKING:
    from btsdk.metadata import Metadata


class TypedCall(Fields):
    """A call and its arguments, as the caller gave them (`btsdk.descriptors.inputs`)."""

    def require(self, metadata: Metadata) -> None:
        """Raise `IncompatibleItem` if the chain lacks this call or a nested one in this shape."""
        with hinting():
            case = metadata.call(self.pallet, self.name)
        require(self.full_name, self.shape, call_shape(metadata, case), metadata.registry)
        for value in self.__dict__.values():
            for inner in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(inner, TypedCall):
                    inner.require(metadata)

    def encode(self, metadata: Metadata) -> bytes:
        """The bytes of the call on the chain of this metadata."""
        self.require(metadata)
        arguments = call_arguments(metadata, self.pallet, self.name, self.arguments())
        return metadata.encode_call(self.pallet, self.name, arguments)

    def arguments(self) -> dict[str, Any]:
        """The arguments in the codec's shapes, by their names on the chain."""
        return {chain_name(name): value for name, value in self.__dict__.items()}

    def nested(self) -> tuple[str, Any]:
        """The call as an argument of another one."""
        arguments = self.arguments()
        return (self.pallet, (self.name, arguments) if arguments else self.name)
