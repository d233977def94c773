"""The calls inside a call: of a batch, behind a proxy, in a multisig."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from btsdk.metadata import Metadata
from btsdk.metadata.model import Call


def calls_in(metadata: Metadata, data: bytes) -> Iterator[Call]:
    """The call of these bytes, then every call in its arguments, at any depth."""
    outer = metadata.decode_call(data)
    yield from _inside(metadata, (outer.pallet, (outer.name, outer.args)))


def _inside(metadata: Metadata, value: Any) -> Iterator[Call]:
    match value:
        case (str(pallet), str(name)) if _is_call(metadata, pallet, name):
            yield Call(pallet, name, {})
        case (str(pallet), (str(name), dict(args))) if _is_call(metadata, pallet, name):
            yield Call(pallet, name, args)
            for argument in args.values():
                yield from _inside(metadata, argument)
        case dict():
            for part in value.values():
                yield from _inside(metadata, part)
        case list() | tuple():
            for part in value:
                yield from _inside(metadata, part)


def _is_call(metadata: Metadata, pallet: str, name: str) -> bool:
    return pallet in metadata.pallets and name in metadata.pallets[pallet].calls
