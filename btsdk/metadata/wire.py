"""Runtime metadata as bytes, versions 14 and 15, declared as SCALE types of its own small registry.

The wire classes have the fields of `frame-metadata`, in its order; a version is a registry type and
the class that it decodes into, so both versions share everything that did not change.
"""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

from btsdk.scale.declare import Declaration
from btsdk.scale.registry import Codec
from btsdk.scale.types import PRIMITIVES, Type

MAGIC = b"meta"
"""The first four bytes of metadata, before the version byte."""


class WireMap(NamedTuple):
    hashers: tuple[str, ...]
    key: int
    value: int


class WireEntry(NamedTuple):
    """A storage item; `type` is ("Plain", value id) or ("Map", WireMap or its dict)."""

    name: str
    modifier: str
    type: tuple[str, Any]
    default: bytes
    docs: tuple[str, ...]


class WireStorage(NamedTuple):
    prefix: str
    entries: tuple[WireEntry, ...]


class WireConstant(NamedTuple):
    name: str
    type: int
    value: bytes
    docs: tuple[str, ...]


class WirePallet(NamedTuple):
    """A pallet; version 14 has no docs here."""

    name: str
    storage: WireStorage | None
    calls: int | None
    event: int | None
    constants: tuple[WireConstant, ...]
    error: int | None
    index: int  # type: ignore[assignment]
    docs: tuple[str, ...] = ()


class WirePallet14(NamedTuple):
    name: str
    storage: WireStorage | None
    calls: int | None
    event: int | None
    constants: tuple[WireConstant, ...]
    error: int | None
    index: int  # type: ignore[assignment]


class WireExtension(NamedTuple):
    identifier: str
    extra: int
    additional: int


class WireExtrinsic14(NamedTuple):
    type: int
    version: int
    extensions: tuple[WireExtension, ...]


class WireExtrinsic15(NamedTuple):
    version: int
    address: int
    call: int
    signature: int
    extra: int
    extensions: tuple[WireExtension, ...]


class WireInput(NamedTuple):
    name: str
    type: int


class WireMethod(NamedTuple):
    name: str
    inputs: tuple[WireInput, ...]
    output: int
    docs: tuple[str, ...]


class WireApi(NamedTuple):
    name: str
    methods: tuple[WireMethod, ...]
    docs: tuple[str, ...]


class WireOuterEnums(NamedTuple):
    call: int
    event: int
    error: int


class WireCustom(NamedTuple):
    type: int
    value: bytes


class Wire14(NamedTuple):
    types: tuple[Type, ...]
    pallets: tuple[WirePallet14, ...]
    extrinsic: WireExtrinsic14
    runtime: int


class Wire15(NamedTuple):
    types: tuple[Type, ...]
    pallets: tuple[WirePallet, ...]
    extrinsic: WireExtrinsic15
    runtime: int
    apis: tuple[WireApi, ...]
    outer_enums: WireOuterEnums
    custom: tuple[tuple[str, WireCustom], ...]


HASHERS = (
    "Blake2_128", "Blake2_256", "Blake2_128Concat",
    "Twox128", "Twox256", "Twox64Concat", "Identity",
)  # fmt: skip


@functools.lru_cache(maxsize=1)
def codecs() -> dict[int, Codec]:
    """The codec of each metadata version, of what follows the version byte."""
    d = Declaration()
    types = d.sequence(_portable_type(d))
    v14 = d.struct(
        "V14",
        types=types,
        pallets=d.sequence(d.struct("Pallet14", **_pallet_fields(d))),
        extrinsic=d.struct(
            "Extrinsic14",
            type=d.compact("u32"),
            version=d.primitive("u8"),
            extensions=_extensions(d),
        ),
        runtime=d.compact("u32"),
    )
    docs = d.sequence(d.primitive("str"))
    v15 = d.struct(
        "V15",
        types=types,
        pallets=d.sequence(d.struct("Pallet15", **_pallet_fields(d), docs=docs)),
        extrinsic=_extrinsic15(d),
        runtime=d.compact("u32"),
        apis=d.sequence(_api(d)),
        outer_enums=_ids_struct(d, "OuterEnums", "call", "event", "error"),
        custom=d.sequence(
            d.pair(
                d.primitive("str"),
                d.struct("Custom", type=d.compact("u32"), value=d.sequence(d.primitive("u8"))),
            )
        ),
    )
    registry = d.registry()
    return {14: registry.codec(v14, Wire14), 15: registry.codec(v15, Wire15)}


def _ids_struct(d: Declaration, name: str, *fields: str) -> int:
    return d.struct(name, **dict.fromkeys(fields, d.compact("u32")))


def _portable_type(d: Declaration) -> int:
    text, docs, type_id = d.primitive("str"), d.sequence(d.primitive("str")), d.compact("u32")
    fields = d.sequence(
        d.struct("Field", name=d.option(text), type=type_id, type_name=d.option(text), docs=docs)
    )
    case = d.struct("Case", name=text, fields=fields, index=d.primitive("u8"), docs=docs)
    definition = d.enum(
        "Definition",
        Composite=d.struct("Composite", fields=fields),
        Variant=d.struct("Variant", variants=d.sequence(case)),
        Sequence=d.struct("Sequence", type=type_id),
        Array=d.struct("Array", len=d.primitive("u32"), type=type_id),
        Tuple=d.struct("Tuple", types=d.sequence(type_id)),
        Primitive=d.enum("Primitive", **dict.fromkeys(PRIMITIVES)),
        Compact=d.struct("Compact", type=type_id),
        BitSequence=d.struct("BitSequence", store=type_id, order=type_id),
    )
    return d.struct(
        "Type",
        id=type_id,
        path=d.sequence(text),
        params=d.sequence(d.struct("Parameter", name=text, type=d.option(type_id))),
        definition=definition,
        docs=docs,
    )


def _storage(d: Declaration) -> int:
    text, docs, type_id = d.primitive("str"), d.sequence(d.primitive("str")), d.compact("u32")
    hashers = d.sequence(d.enum("Hasher", **dict.fromkeys(HASHERS)))
    kind = d.enum(
        "StorageType",
        Plain=type_id,
        Map=d.struct("Map", hashers=hashers, key=type_id, value=type_id),
    )
    entry = d.struct(
        "Entry",
        name=text,
        modifier=d.enum("Modifier", Optional=None, Default=None),
        type=kind,
        default=d.sequence(d.primitive("u8")),
        docs=docs,
    )
    return d.struct("Storage", prefix=text, entries=d.sequence(entry))


def _pallet_fields(d: Declaration) -> dict[str, int]:
    text, docs, type_id = d.primitive("str"), d.sequence(d.primitive("str")), d.compact("u32")
    constant = d.struct(
        "Constant", name=text, type=type_id, value=d.sequence(d.primitive("u8")), docs=docs
    )
    return {
        "name": text,
        "storage": d.option(_storage(d)),
        "calls": d.option(type_id),
        "event": d.option(type_id),
        "constants": d.sequence(constant),
        "error": d.option(type_id),
        "index": d.primitive("u8"),
    }


def _extensions(d: Declaration) -> int:
    type_id = d.compact("u32")
    return d.sequence(
        d.struct("Extension", identifier=d.primitive("str"), extra=type_id, additional=type_id)
    )


def _extrinsic15(d: Declaration) -> int:
    ids = dict.fromkeys(("address", "call", "signature", "extra"), d.compact("u32"))
    return d.struct("Extrinsic15", version=d.primitive("u8"), **ids, extensions=_extensions(d))


def _api(d: Declaration) -> int:
    text, docs, type_id = d.primitive("str"), d.sequence(d.primitive("str")), d.compact("u32")
    method = d.struct(
        "Method",
        name=text,
        inputs=d.sequence(d.struct("Input", name=text, type=type_id)),
        output=type_id,
        docs=docs,
    )
    return d.struct("Api", name=text, methods=d.sequence(method), docs=docs)
