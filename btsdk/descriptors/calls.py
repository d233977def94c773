"""Calls with typed arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from btsdk.descriptors.compatibility import call_shape, require
from btsdk.descriptors.fields import Fields, chain_name

if TYPE_CHECKING:
    from btsdk.metadata import Metadata


class TypedCall(Fields):
    """A call and its arguments; `lookups` names the arguments that the chain takes as addresses."""

    lookups: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(
        cls, *, pallet: str = "", name: str = "", shape: str = "", lookups: tuple[str, ...] = ()
    ) -> None:
        super().__init_subclass__(pallet=pallet, name=name, shape=shape)
        cls.lookups = frozenset(lookups)

    def require(self, metadata: Metadata) -> None:
        """Raise `IncompatibleItem` where the chain lacks this call, or one in it, in this shape."""
        case = metadata.call(self.pallet, self.name)
        require(self.full_name, self.shape, call_shape(metadata, case), metadata.registry)
        for value in self.__dict__.values():
            for inner in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(inner, TypedCall):
                    inner.require(metadata)

    def encode(self, metadata: Metadata) -> bytes:
        """The bytes of the call on the chain of this metadata."""
        self.require(metadata)
        return metadata.encode_call(self.pallet, self.name, self.arguments())

    def arguments(self) -> dict[str, Any]:
        """The arguments as the codec takes them, by their names on the chain."""
        return {
            chain_name(name): _address(value) if name in self.lookups else _plain(value)
            for name, value in self.__dict__.items()
        }

    def nested(self) -> tuple[str, Any]:
        """The call as the codec takes it inside another one."""
        arguments = self.arguments()
        return (self.pallet, (self.name, arguments) if arguments else self.name)


def _address(account: Any) -> Any:
    return ("Id", account)


def _plain(value: Any) -> Any:
    if isinstance(value, TypedCall):
        return value.nested()
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(item) for item in value)
    # `Tao` and `Alpha`, told by what they have: importing their module would take 20 ms.
    return getattr(value, "rao", value)
