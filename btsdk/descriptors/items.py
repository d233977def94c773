"""Storage items, API methods and constants: names with the types of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from btsdk.descriptors.compatibility import (
    constant_shape,
    hinting,
    method_shape,
    require,
    storage_shape,
)
from btsdk.descriptors.inputs import api_arguments, storage_keys

if TYPE_CHECKING:
    from btsdk.metadata import Metadata, MethodMetadata, StorageMetadata

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")


class _Item:
    """The base class of the three."""

    __slots__ = ("name", "owner", "shape")

    def __init__(self, owner: str, name: str, shape: str) -> None:
        self.owner = owner
        self.name = name
        self.shape = shape

    @property
    def full_name(self) -> str:
        """The full name, such as `System.Account`."""
        return f"{self.owner}.{self.name}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.full_name}>"


class StorageItem(_Item, Generic[P, K, V]):
    """A storage item: `P` are its keys as arguments (`btsdk.descriptors.inputs`), `K` is the tuple
    of its keys as decoded, `V` its value.

    `V` includes None if a missing value reads as None instead of a default.
    """

    __slots__ = ()

    @property
    def pallet(self) -> str:
        return self.owner

    def on(self, metadata: Metadata) -> StorageMetadata:
        """The item as a chain declares it; raises `IncompatibleItem` if its shape differs."""
        with hinting():
            item = metadata.storage(self.owner, self.name)
        require(self.full_name, self.shape, storage_shape(metadata, item), metadata.registry)
        return item

    def key(self, metadata: Metadata, *keys: Any) -> bytes:
        """The raw key under these keys; with fewer keys the prefix of all that match."""
        item = self.on(metadata)
        return item.key(*storage_keys(metadata, item, keys))

    def decode(self, metadata: Metadata, raw: bytes | None) -> V:
        """The value of raw storage bytes; None stands for a missing one."""
        return cast(V, self.on(metadata).decode(raw))

    def decode_key(self, metadata: Metadata, raw: bytes) -> K:
        """The keys in a raw storage key."""
        return cast(K, self.on(metadata).decode_key(raw))


class ApiMethod(_Item, Generic[P, V]):
    """A method of a runtime API: `P` are its arguments, `V` is its result."""

    __slots__ = ()

    @property
    def api(self) -> str:
        return self.owner

    @property
    def entry(self) -> str:
        """The runtime's entry point, as `state_call` takes it."""
        return f"{self.owner}_{self.name}"

    def on(self, metadata: Metadata) -> MethodMetadata:
        """The method as a chain declares it; raises `IncompatibleItem` if its shape differs."""
        with hinting():
            method = metadata.api(self.owner, self.name)
        require(self.full_name, self.shape, method_shape(metadata, method), metadata.registry)
        return method

    def encode(self, metadata: Metadata, *args: P.args, **named: P.kwargs) -> bytes:
        """The arguments as bytes. They are positional: the chain's names for them may change."""
        if named:
            raise TypeError(f"{self.full_name} takes its arguments by position")
        self.on(metadata)
        given = api_arguments(metadata, self.owner, self.name, args)
        return metadata.encode_api_args(self.owner, self.name, *given)

    def decode(self, metadata: Metadata, raw: bytes) -> V:
        """The answer from bytes."""
        self.on(metadata)
        answer: Any = metadata.decode_api_output(self.owner, self.name, raw)
        return cast(V, answer)


class Constant(_Item, Generic[V]):
    """A constant of a pallet."""

    __slots__ = ()

    @property
    def pallet(self) -> str:
        return self.owner

    def of(self, metadata: Metadata) -> V:
        """The value on a chain; raises `IncompatibleItem` if its type differs."""
        pallet = metadata.pallet(self.owner)
        value: Any = pallet.constant(self.name)
        shape = constant_shape(metadata, pallet.constants[self.name])
        require(self.full_name, self.shape, shape, metadata.registry)
        return cast(V, value)
