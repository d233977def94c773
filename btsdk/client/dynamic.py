"""Items of the live metadata by name, for those that this release has no descriptor of.

They go where the generated descriptors go, and take the same arguments:

    client.execute(client.dynamic.call("System", "remark", remark="text"), key)
    view.storage(client.dynamic.storage("System", "Account"), address)

Values are in the codec's shapes. Each use looks the names up in the metadata of its block, whose
types decide; a name that the chain does not have raises `IncompatibleItem`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from btsdk.descriptors import ApiMethod, Constant, StorageItem
from btsdk.ops.raw import RawCall

if TYPE_CHECKING:
    from btsdk.metadata import Metadata, MethodMetadata, StorageMetadata

_ANY = ""
"""The shape of an item that is not compared with the chain's."""


class DynamicStorageItem(StorageItem[..., Any, Any]):
    """A storage item of any shape."""

    __slots__ = ()

    def on(self, metadata: Metadata) -> StorageMetadata:
        """The item as a chain declares it."""
        return metadata.storage(self.owner, self.name)


class DynamicApiMethod(ApiMethod[..., Any]):
    """A runtime API method of any shape."""

    __slots__ = ()

    def on(self, metadata: Metadata) -> MethodMetadata:
        """The method as a chain declares it."""
        return metadata.api(self.owner, self.name)


class DynamicConstant(Constant[Any]):
    """A constant of any type."""

    __slots__ = ()

    def of(self, metadata: Metadata) -> Any:
        """The value on a chain."""
        return metadata.pallet(self.owner).constant(self.name)


class Dynamic:
    """What a chain has, by the names in its metadata: `client.dynamic`."""

    def call(self, pallet: str, name: str, /, **args: Any) -> RawCall:
        """A call: an operation for `execute` and `prepare`, also inside others."""
        return RawCall(pallet, name, args)

    def storage(self, pallet: str, name: str) -> DynamicStorageItem:
        """A storage item, for `storage`, `storage_map`, `storage_pages` and `watch_storage`."""
        return DynamicStorageItem(pallet, name, _ANY)

    def api(self, api: str, method: str) -> DynamicApiMethod:
        """A runtime API method, for `call_api`."""
        return DynamicApiMethod(api, method, _ANY)

    def constant(self, pallet: str, name: str) -> DynamicConstant:
        """A constant, for `constant`."""
        return DynamicConstant(pallet, name, _ANY)
