"""Comparison of an item's shape on a live chain with the compiled one.

A shape covers everything that determines the bytes: names of fields, types by structure, hashers,
whether a storage item is optional. It excludes indices and defaults, which are read from the chain,
and the names of an API method's arguments, which are positional.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from btsdk.errors import IncompatibleItem

if TYPE_CHECKING:
    from btsdk.metadata import ConstantMetadata, Metadata, MethodMetadata, StorageMetadata
    from btsdk.scale import Registry
    from btsdk.scale.types import Case

_DIGEST_SIZE = 8

# The items that were found compatible, by the registry of the metadata.
_fitting: WeakKeyDictionary[Registry, set[tuple[str, str]]] = WeakKeyDictionary()


class Shape:
    """The shape of an item in some metadata: as a hash, and as words."""

    __slots__ = ("_metadata", "_parts")

    def __init__(self, metadata: Metadata, parts: Iterable[tuple[str, int | None]]) -> None:
        self._metadata = metadata
        self._parts = tuple(parts)

    @property
    def hash(self) -> str:
        """A hash that is equal for equal shapes, on any chain."""
        digest = hashlib.blake2b(digest_size=_DIGEST_SIZE)
        for label, type_id in self._parts:
            digest.update(f"{label}\0".encode())
            if type_id is not None:
                digest.update(self._metadata.shape_hash(type_id))
        return digest.hexdigest()

    @property
    def words(self) -> str:
        """The shape in words."""
        shape = self._metadata.shape
        shown = (f"{label} {'' if of is None else shape(of)}".strip() for label, of in self._parts)
        return " ".join(shown) or "()"


def call_shape(metadata: Metadata, case: Case) -> Shape:
    """The arguments of a call, by name and in order."""
    return Shape(metadata, ((f"{field.name}:", field.type) for field in case.fields))


def event_shape(metadata: Metadata, case: Case) -> Shape:
    """The fields of an event, by name where they have names."""
    return Shape(metadata, ((f"{field.name or '·'}:", field.type) for field in case.fields))


def storage_shape(metadata: Metadata, item: StorageMetadata) -> Shape:
    """The hashers and keys of a storage item, and its value."""
    keys = zip(item.hashers, item.keys, strict=True)
    value = ("→ optional" if item.optional else "→", item.value)
    return Shape(metadata, (*keys, value))


def method_shape(metadata: Metadata, method: MethodMetadata) -> Shape:
    """The arguments of an API method in order, and its result."""
    inputs = (("·", part.type) for part in method.inputs)
    return Shape(metadata, (*inputs, ("→", method.output)))


def constant_shape(metadata: Metadata, constant: ConstantMetadata) -> Shape:
    """The type of a constant."""
    return Shape(metadata, (("=", constant.type),))


@contextmanager
def hinting() -> Iterator[None]:
    """Say of a missing item that it came with a later spec version, if this is known."""
    try:
        yield
    except IncompatibleItem as error:
        if error.found is None:
            from btsdk.descriptors import later  # noqa: PLC0415  # only if one is missing

            if error.item in later.CALLS or error.item in later.OTHERS:
                error.hint = "It came to Subtensor after spec version 425; this chain is older."
        raise


def require(item: str, compiled: str, shape: Shape, registry: Registry) -> None:
    """Raise `IncompatibleItem` unless the item's shape on the chain is the compiled one."""
    known = _fitting.setdefault(registry, set())
    if (item, compiled) in known:
        return
    if shape.hash != compiled:
        # Loaded here, because words are of no use until something differs.
        from btsdk.descriptors.shapes import words_of  # noqa: PLC0415

        expected, found = words_of(compiled), shape.words
        if expected == found:  # they differ in what words leave out
            expected, found = f"{expected} #{compiled}", f"{found} #{shape.hash}"
        raise IncompatibleItem(item, expected, found)
    known.add((item, compiled))
