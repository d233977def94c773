"""Conversion between encoded metadata and the model; a round trip changes no byte."""

from __future__ import annotations

from btsdk.errors import DecodeError, UsageError
from btsdk.metadata import model as m
from btsdk.metadata import wire as w
from btsdk.metadata.storage import StorageMetadata
from btsdk.scale.primitives import compact_read
from btsdk.scale.registry import Registry
from btsdk.scale.types import Composite, Sequence, Type, Variant

VERSIONS = (14, 15)
"""The metadata versions that are decoded and encoded."""


def decode_metadata(data: bytes) -> m.Metadata:
    """Decode metadata of version 14 or 15.

    Takes the bytes from the magic `meta` on, as `state_getMetadata` returns them, and also with the
    wrapping of the runtime's own answers around them (`OpaqueMetadata`, `Option<OpaqueMetadata>`).
    """
    data = _unwrapped(data)
    version = data[4] if len(data) > 4 else None
    if version not in VERSIONS:
        raise DecodeError(f"metadata version {version} is not one of {VERSIONS}", offset=4)
    value, end = w.codecs()[version].read(data, 5)
    if end != len(data):
        raise DecodeError(f"{len(data) - end} bytes are left after the metadata", offset=end)
    metadata = _from_14(value) if version == 14 else _from_15(value)
    _check_outer(metadata)
    return metadata


def encode_metadata(metadata: m.Metadata, version: int) -> bytes:
    """The bytes of the model in a version; raises `UsageError` for what the model lacks."""
    if version == 14:
        wire: w.Wire14 | w.Wire15 = _to_14(metadata)
    elif version == 15:
        wire = _to_15(metadata)
    else:
        raise UsageError(f"metadata version {version} is not one of {VERSIONS}")
    return w.MAGIC + bytes((version,)) + w.codecs()[version].encode(wire)


def _check_outer(metadata: m.Metadata) -> None:
    """Check that the outer enums, which encode calls and events, match the pallets, which show
    them.

    Raises `DecodeError` if a pallet has another index or type in them.
    """
    for outer, part in ((metadata.outer_call, "call_type"), (metadata.outer_event, "event_type")):
        if outer is None:
            continue
        definition = metadata.registry.type(outer).definition
        cases = definition.variants if isinstance(definition, Variant) else ()
        found = {(c.name, c.index, *(field.type for field in c.fields)) for c in cases}
        if len({case.name for case in cases}) < len(cases):
            raise DecodeError("the runtime's enum has two cases of one name")
        for pallet in metadata.pallets.values():
            inner = getattr(pallet, part)
            if inner is not None and (pallet.name, pallet.index, inner) not in found:
                raise DecodeError(f"the runtime's enum has not the {part} of {pallet.name}")


def _unwrapped(data: bytes) -> bytes:
    if data[:4] == w.MAGIC:
        return data
    for start in (0, 1):
        if start and data[:1] == b"\0":
            raise DecodeError("the runtime has no metadata of this version", offset=0)
        if len(data) > start + 4:
            try:
                length, offset = compact_read(data, start)
            except DecodeError:
                continue
            if data[offset : offset + 4] == w.MAGIC and offset + length == len(data):
                return data[offset:]
    raise DecodeError("this is not runtime metadata: it does not start with 'meta'", offset=0)


def _from_14(wire: w.Wire14) -> m.Metadata:
    registry = Registry(wire.types)
    extrinsic = wire.extrinsic
    parts = {parameter.name: parameter.type for parameter in registry.type(extrinsic.type).params}
    # The parameter that holds the extensions is `Extra` in Substrate and `Extension` in Frontier.
    parts.setdefault("Extra", parts.get("Extension"))
    address, call, signature, extra = (
        _part(parts, name) for name in ("Address", "Call", "Signature", "Extra")
    )
    pallets = {pallet.name: _pallet(registry, pallet, ()) for pallet in wire.pallets}
    return m.Metadata(
        registry=registry,
        pallets=pallets,
        extrinsic=m.ExtrinsicMetadata(
            version=extrinsic.version,
            address=address,
            call=call,
            signature=signature,
            extra=extra,
            extensions=tuple(m.ExtensionMetadata(*extension) for extension in extrinsic.extensions),
            type=extrinsic.type,
        ),
        runtime=wire.runtime,
        outer_call=call,
        outer_event=_event_type(registry, pallets),
        outer_error=_named(wire.types, "RuntimeError"),
    )


def _part(parts: dict[str, int | None], name: str) -> int:
    found = parts.get(name)
    if found is None:
        raise DecodeError(f"the extrinsic's type does not name its {name}")
    return found


def _event_type(registry: Registry, pallets: dict[str, m.PalletMetadata]) -> int | None:
    """Version 14 names the outer event only inside the records of `System.Events`."""
    events = pallets["System"].storage.get("Events") if "System" in pallets else None
    if events is None:
        return None
    records = registry.type(registry.planner.inner(events.value)).definition
    if not isinstance(records, Sequence):
        return None
    record = registry.type(records.type).definition
    fields = record.fields if isinstance(record, Composite) else ()
    return next((field.type for field in fields if field.name == "event"), None)


def _named(types: tuple[Type, ...], name: str) -> int | None:
    return next((entry.id for entry in types if entry.path[-1:] == (name,)), None)


def _from_15(wire: w.Wire15) -> m.Metadata:
    registry = Registry(wire.types)
    outer, extrinsic = wire.outer_enums, wire.extrinsic
    return m.Metadata(
        registry=registry,
        pallets={pallet.name: _pallet(registry, pallet, pallet.docs) for pallet in wire.pallets},
        extrinsic=m.ExtrinsicMetadata(
            version=extrinsic.version,
            address=extrinsic.address,
            call=extrinsic.call,
            signature=extrinsic.signature,
            extra=extrinsic.extra,
            extensions=tuple(m.ExtensionMetadata(*extension) for extension in extrinsic.extensions),
            type=_named(wire.types, "UncheckedExtrinsic"),
        ),
        runtime=wire.runtime,
        outer_call=outer.call,
        outer_event=outer.event,
        outer_error=outer.error,
        apis={api.name: _api(api) for api in wire.apis},
        custom={name: m.CustomMetadata(*custom) for name, custom in wire.custom},
    )


def _api(api: w.WireApi) -> m.ApiMetadata:
    methods = {
        method.name: m.MethodMetadata(
            method.name,
            tuple(m.MethodInput(*part) for part in method.inputs),
            method.output,
            method.docs,
        )
        for method in api.methods
    }
    return m.ApiMetadata(api.name, methods, api.docs)


def _pallet(
    registry: Registry, pallet: w.WirePallet | w.WirePallet14, docs: tuple[str, ...]
) -> m.PalletMetadata:
    storage = pallet.storage
    return m.PalletMetadata(
        name=pallet.name,
        index=pallet.index,
        storage_prefix=storage.prefix if storage else None,
        storage={entry.name: _storage(registry, storage.prefix, entry) for entry in storage.entries}
        if storage
        else {},
        call_type=pallet.calls,
        event_type=pallet.event,
        error_type=pallet.error,
        constants={constant.name: m.ConstantMetadata(*constant) for constant in pallet.constants},
        docs=docs,
        registry=registry,
    )


def _storage(registry: Registry, prefix: str, entry: w.WireEntry) -> StorageMetadata:
    kind, content = entry.type
    mapped = w.WireMap(**content) if kind == "Map" else w.WireMap((), 0, content)
    return StorageMetadata(
        name=entry.name,
        pallet_prefix=prefix,
        value=mapped.value,
        default=entry.default,
        optional=entry.modifier == "Optional",
        hashers=tuple(mapped.hashers),
        key_type=mapped.key if kind == "Map" else None,
        docs=entry.docs,
        registry=registry,
    )


def _to_14(metadata: m.Metadata) -> w.Wire14:
    extrinsic = metadata.extrinsic
    if extrinsic.type is None:
        raise UsageError("version 14 names the extrinsic's type, and this metadata has none")
    return w.Wire14(
        types=tuple(metadata.registry.types.values()),
        pallets=tuple(
            w.WirePallet14(*_pallet_parts(pallet)) for pallet in metadata.pallets.values()
        ),
        extrinsic=w.WireExtrinsic14(extrinsic.type, extrinsic.version, _extensions(extrinsic)),
        runtime=metadata.runtime,
    )


def _to_15(metadata: m.Metadata) -> w.Wire15:
    extrinsic = metadata.extrinsic
    if metadata.outer_event is None or metadata.outer_error is None:
        raise UsageError("version 15 names the outer event and error, and this metadata lacks one")
    return w.Wire15(
        types=tuple(metadata.registry.types.values()),
        pallets=tuple(
            w.WirePallet(*_pallet_parts(pallet), pallet.docs)
            for pallet in metadata.pallets.values()
        ),
        extrinsic=w.WireExtrinsic15(
            version=extrinsic.version,
            address=extrinsic.address,
            call=extrinsic.call,
            signature=extrinsic.signature,
            extra=extrinsic.extra,
            extensions=_extensions(extrinsic),
        ),
        runtime=metadata.runtime,
        apis=tuple(
            w.WireApi(api.name, tuple(_method(method) for method in api.methods.values()), api.docs)
            for api in metadata.apis.values()
        ),
        outer_enums=w.WireOuterEnums(
            metadata.outer_call, metadata.outer_event, metadata.outer_error
        ),
        custom=tuple(
            (name, w.WireCustom(custom.type, custom.value))
            for name, custom in metadata.custom.items()
        ),
    )


def _extensions(extrinsic: m.ExtrinsicMetadata) -> tuple[w.WireExtension, ...]:
    return tuple(w.WireExtension(*extension) for extension in extrinsic.extensions)


def _method(method: m.MethodMetadata) -> w.WireMethod:
    inputs = tuple(w.WireInput(*part) for part in method.inputs)
    return w.WireMethod(method.name, inputs, method.output, method.docs)


def _pallet_parts(
    pallet: m.PalletMetadata,
) -> tuple[
    str, w.WireStorage | None, int | None, int | None, tuple[w.WireConstant, ...], int | None, int
]:
    storage = None
    if pallet.storage_prefix is not None:
        entries = tuple(_entry(item) for item in pallet.storage.values())
        storage = w.WireStorage(pallet.storage_prefix, entries)
    constants = tuple(
        w.WireConstant(constant.name, constant.type, constant.value, constant.docs)
        for constant in pallet.constants.values()
    )
    return (
        pallet.name,
        storage,
        pallet.call_type,
        pallet.event_type,
        constants,
        pallet.error_type,
        pallet.index,
    )


def _entry(item: StorageMetadata) -> w.WireEntry:
    return w.WireEntry(
        name=item.name,
        modifier="Optional" if item.optional else "Default",
        type=("Plain", item.value)
        if item.key_type is None
        else ("Map", w.WireMap(item.hashers, item.key_type, item.value)),
        default=item.default,
        docs=item.docs,
    )
