"""The SCALE metadata of an interface, as the node serves it and clients read it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from btsdk.metadata import (
    ApiMetadata,
    ConstantMetadata,
    ExtensionMetadata,
    ExtrinsicMetadata,
    Metadata,
    MethodInput,
    MethodMetadata,
    PalletMetadata,
    StorageMetadata,
    encode_metadata,
)
from chain_spec.declare import Api, Constant, Method, Pallet, StorageItem
from chain_spec.outer import call_type, error_type, event_type
from chain_spec.runtime import (
    OUTER_CALL,
    OUTER_ERROR,
    OUTER_EVENT,
    RUNTIME,
    SIGNED_EXTRA,
    Interface,
)
from chain_spec.types.substrate import MultiAddress, MultiSignature, UncheckedExtrinsic

EXTRINSIC_VERSION = 4
# The encoded default of an optional item: the `None` of an option.
_NONE = b"\x00"


@lru_cache(maxsize=8)
def metadata(interface: Interface) -> Metadata:
    """The metadata of an interface, as the model that encodes to any version."""
    return Metadata(
        registry=interface.registry,
        pallets={name: _pallet(interface, pallet) for name, pallet in interface.pallets.items()},
        extrinsic=_extrinsic(interface),
        runtime=interface.type_id(RUNTIME),
        outer_call=interface.type_id(OUTER_CALL),
        outer_event=interface.type_id(OUTER_EVENT),
        outer_error=interface.type_id(OUTER_ERROR),
        apis={name: _api(interface, api) for name, api in interface.apis.items()},
    )


@lru_cache(maxsize=16)
def metadata_bytes(interface: Interface, version: int) -> bytes:
    """The metadata of an interface in a version (14 or 15), from its magic on."""
    return encode_metadata(metadata(interface), version)


def _pallet(interface: Interface, pallet: Pallet) -> PalletMetadata:
    type_id = interface.type_id
    return PalletMetadata(
        name=pallet.name,
        index=pallet.index,
        storage_prefix=pallet.name if pallet.storage else None,
        storage={name: _storage(interface, item) for name, item in pallet.storage.items()},
        call_type=type_id(call_type(pallet)) if pallet.calls else None,
        event_type=type_id(event_type(pallet)) if pallet.events else None,
        error_type=type_id(error_type(pallet)) if pallet.errors else None,
        constants={name: _constant(interface, item) for name, item in pallet.constants.items()},
        registry=interface.registry,
    )


def _storage(interface: Interface, item: StorageItem[Any]) -> StorageMetadata:
    registry = interface.registry
    value = registry.codec(interface.type_id(item.value))
    return StorageMetadata(
        name=item.name,
        pallet_prefix=item.pallet_name,
        value=value.type_id,
        default=_NONE
        if item.optional
        else value.encode(item.default(interface.profile, interface.features)),
        optional=item.optional,
        hashers=tuple(key.hasher for key in item.keys),
        key_type=None if item.key is None else interface.type_id(item.key),
        registry=registry,
    )


def _constant(interface: Interface, constant: Constant[Any]) -> ConstantMetadata:
    codec = interface.registry.codec(interface.type_id(constant.type))
    return ConstantMetadata(constant.name, codec.type_id, codec.encode(constant.of(interface)))


def _extrinsic(interface: Interface) -> ExtrinsicMetadata:
    type_id = interface.type_id
    extensions = (
        ExtensionMetadata(
            extension.identifier, type_id(extension.extra), type_id(extension.additional)
        )
        for extension in interface.extensions
    )
    return ExtrinsicMetadata(
        version=EXTRINSIC_VERSION,
        address=type_id(MultiAddress),
        call=type_id(OUTER_CALL),
        signature=type_id(MultiSignature),
        extra=type_id(SIGNED_EXTRA),
        extensions=tuple(extensions),
        type=type_id(UncheckedExtrinsic),
    )


def _api(interface: Interface, api: Api) -> ApiMetadata:
    return ApiMetadata(api.name, {name: _method(interface, m) for name, m in api.methods.items()})


def _method(interface: Interface, method: Method[Any]) -> MethodMetadata:
    inputs = tuple(
        MethodInput(name, interface.type_id(kind)) for name, kind in method.inputs.items()
    )
    return MethodMetadata(method.name, inputs, interface.type_id(method.output))
