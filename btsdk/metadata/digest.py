"""The metadata hash that `CheckMetadataHash` signs (RFC-0078, digest version 1).

Only the types that an extrinsic can contain are included. They are renumbered in the order of their
ids, each enum is taken apart into its cases, and the root of a Merkle tree over all of them is
hashed together with the extrinsic's format and a few facts of the chain.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator
from typing import Any

from blake3 import blake3

from btsdk.errors import UsageError
from btsdk.metadata.model import Metadata
from btsdk.scale import plan as p
from btsdk.scale import types as t
from btsdk.scale.declare import Declaration
from btsdk.scale.graph import children
from btsdk.scale.registry import Codec, Registry

Ref = Any
"""A reference to a type, as the codec takes it: a primitive's name, or ("PerId", number)."""

# The RFC's text has no compact u256; the runtimes' implementation has it, before `Void`.
_COMPACTS = ("u8", "u16", "u32", "u64", "u128", "u256")
_EMPTY_TREE = bytes(32)


def metadata_hash(
    metadata: Metadata,
    *,
    spec_version: int,
    spec_name: str,
    base58_prefix: int,
    decimals: int,
    token_symbol: str,
) -> bytes:
    """The 32-byte hash that a runtime with these facts expects; raises `UsageError` for unsupported
    types.

    The runtime made its own from version 15: use that version if the node offers it.
    """
    types = _Types(metadata)
    return _hashed(
        _codecs()["digest"].encode(
            (
                "V1",
                {
                    "type_information_tree_root": _root(
                        [_hashed(_codecs()["type"].encode(leaf)) for leaf in types.leaves()]
                    ),
                    "extrinsic_metadata_hash": _hashed(
                        _codecs()["extrinsic"].encode(types.extrinsic())
                    ),
                    "spec_version": spec_version,
                    "spec_name": spec_name,
                    "base58_prefix": base58_prefix,
                    "decimals": decimals,
                    "token_symbol": token_symbol,
                },
            )
        )
    )


def _hashed(data: bytes) -> bytes:
    return bytes(blake3(data).digest())


class _Types:
    """The types that an extrinsic can contain, under their new numbers."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._registry: Registry = metadata.registry
        numbered = enumerate(sorted(self._reachable()))
        self._numbers = {type_id: number for number, type_id in numbered}

    def extrinsic(self) -> dict[str, Any]:
        parts = self._metadata.extrinsic
        return {
            "version": parts.version,
            "address_ty": self._ref(parts.address),
            "call_ty": self._ref(parts.call),
            "signature_ty": self._ref(parts.signature),
            "signed_extensions": [
                {
                    "identifier": extension.identifier,
                    "included_in_extrinsic": self._ref(extension.extra),
                    "included_in_signed_data": self._ref(extension.additional),
                }
                for extension in parts.extensions
            ],
        }

    def leaves(self) -> Iterator[dict[str, Any]]:
        """The descriptions in the order of the tree, an enum's cases in that of their indices."""
        for type_id, number in self._numbers.items():
            entry = self._registry.type(type_id)
            for definition in self._definitions(entry.definition):
                yield {"path": entry.path, "type_def": definition, "type_id": number}

    def _reachable(self) -> set[int]:
        parts = self._metadata.extrinsic
        todo = [parts.address, parts.call, parts.signature]
        for extension in parts.extensions:
            todo += [extension.extra, extension.additional]
        found: set[int] = set()
        while todo:
            type_id = todo.pop()
            if type_id in found or self._primitive(type_id) is not None:
                continue
            found.add(type_id)
            definition = self._registry.type(type_id).definition
            if not isinstance(definition, t.BitSequence):
                todo += children(definition)
        return found

    def _ref(self, type_id: int) -> Ref:
        return self._primitive(type_id) or ("PerId", self._numbers[type_id])

    def _primitive(self, type_id: int) -> str | None:
        """The name of a type without an entry: primitives, compacts, and types without bytes."""
        definition = self._registry.type(type_id).definition
        if isinstance(definition, t.Primitive):
            return definition.name
        if isinstance(definition, t.Compact):
            return self._compact(type_id)
        empty = (t.Composite(()), t.Variant(()), t.Tuple(()))
        return "void" if definition in empty else None

    def _compact(self, type_id: int) -> str:
        plan = self._registry.plan(type_id)
        most = plan.most if isinstance(plan, p.CompactInt) else None
        if most is None:
            return "void"
        name = f"u{most.bit_length()}"
        if name not in _COMPACTS:
            raise UsageError(f"the metadata hash knows no compact {name}")
        return f"compact_{name}"

    def _definitions(self, definition: t.Definition) -> Iterator[Any]:
        if isinstance(definition, t.Variant):
            for case in sorted(definition.variants, key=lambda case: case.index):
                fields = self._fields(case.fields)
                yield "enumeration", {"name": case.name, "fields": fields, "index": case.index}
        elif isinstance(definition, t.Composite):
            yield "composite", self._fields(definition.fields)
        elif isinstance(definition, t.Sequence):
            yield "sequence", self._ref(definition.type)
        elif isinstance(definition, t.Array):
            yield "array", {"len": definition.len, "type_param": self._ref(definition.type)}
        elif isinstance(definition, t.Tuple):
            yield "tuple", [self._ref(type_id) for type_id in definition.types]
        elif isinstance(definition, t.BitSequence):
            yield "bit_sequence", self._bits(definition)

    def _fields(self, fields: tuple[t.Field, ...]) -> list[dict[str, Any]]:
        return [
            {"name": field.name, "ty": self._ref(field.type), "type_name": field.type_name}
            for field in fields
        ]

    def _bits(self, definition: t.BitSequence) -> dict[str, Any]:
        store = self._registry.plan(definition.store)
        order = self._registry.type(definition.order).path[-1:]
        size = store.size if isinstance(store, p.Int) else 0
        return {"num_bytes": size, "least_significant_bit_first": order == ("Lsb0",)}


def _root(leaves: list[bytes]) -> bytes:
    """The Merkle root of a complete binary tree, built as in `merkleized-metadata`: pairs from the
    back are hashed and put in front, until one is left. The RFC's text describes another order.
    """
    nodes = deque(leaves or [_EMPTY_TREE])
    while len(nodes) > 1:
        right, left = nodes.pop(), nodes.pop()
        nodes.appendleft(_hashed(left + right))
    return nodes[0]


@functools.lru_cache(maxsize=1)
def _codecs() -> dict[str, Codec]:
    """The codecs of the RFC's `Type`, `ExtrinsicMetadata` and `MetadataDigest`."""
    d = Declaration()
    text, compact, hash_ = d.primitive("str"), d.compact("u32"), d.array(32, d.primitive("u8"))
    compacts = dict.fromkeys(f"compact_{name}" for name in _COMPACTS)
    ref = d.enum("TypeRef", **dict.fromkeys(t.PRIMITIVES), **compacts, void=None, PerId=compact)
    fields = d.sequence(d.struct("Field", name=d.option(text), ty=ref, type_name=d.option(text)))
    definition = d.enum(
        "TypeDef",
        composite=fields,
        enumeration=d.struct("EnumerationVariant", name=text, fields=fields, index=compact),
        sequence=ref,
        array=d.struct("Array", len=d.primitive("u32"), type_param=ref),
        tuple=d.sequence(ref),
        bit_sequence=d.struct(
            "BitSequence",
            num_bytes=d.primitive("u8"),
            least_significant_bit_first=d.primitive("bool"),
        ),
    )
    described = d.struct("Type", path=d.sequence(text), type_def=definition, type_id=compact)
    extension = d.struct(
        "SignedExtension", identifier=text, included_in_extrinsic=ref, included_in_signed_data=ref
    )
    extrinsic = d.struct(
        "ExtrinsicMetadata",
        version=d.primitive("u8"),
        address_ty=ref,
        call_ty=ref,
        signature_ty=ref,
        signed_extensions=d.sequence(extension),
    )
    digest = d.struct(
        "MetadataDigestV1",
        type_information_tree_root=hash_,
        extrinsic_metadata_hash=hash_,
        spec_version=d.primitive("u32"),
        spec_name=text,
        base58_prefix=d.primitive("u16"),
        decimals=d.primitive("u8"),
        token_symbol=text,
    )
    versions = d.enum("MetadataDigest", V0=None, V1=digest)
    registry = d.registry()
    ids = {"type": described, "extrinsic": extrinsic, "digest": versions}
    return {name: registry.codec(type_id) for name, type_id in ids.items()}
