"""The names of what can be read on a chain, with their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from btcli.chain_items import READABLE, ChainItem, items
from btcli.output import Result
from btcli.render.blocks import Line, Table

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.metadata import Metadata

_TYPE_CHARACTERS = 48
_KEY_CHARACTERS = 20


class ItemDocument(TypedDict):
    """An item that can be read."""

    name: str
    kind: str
    keys: list[str]
    type: str


def listing(view: View, owner: str | None) -> Result:
    """The items of a pallet or runtime API; of the whole chain without one."""
    metadata = view.at.metadata
    found = [
        _document(metadata, item)
        for item in items(metadata, READABLE)
        if owner in (None, item.owner)
    ]
    data = {"block": view.number, "name": owner, "kind": "list", "items": found}
    data |= {"value": None, "entries": None, "more": False}
    if owner is None:
        counts = _counts(metadata)
        table = Table(
            ("name", "storage", "constants", "methods"), counts,
            right=frozenset(("storage", "constants", "methods")),
        )  # fmt: skip
        return Result(data, (table, Line("`btcli query NAME` lists the items of one.")))
    rows = [
        (one["name"], one["kind"], ", ".join(map(_short, one["keys"])), _short(one["type"]))
        for one in found
    ]
    return Result(data, (Table(("name", "kind", "keys", "type"), rows, spare=("keys", "type")),))


def key_labels(metadata: Metadata, item: ChainItem) -> list[str]:
    """Headings for the keys of a map: their types."""
    declared = metadata.storage(item.owner, item.name)
    shapes = [metadata.shape(key) for key in declared.keys]
    names = [_type_name(metadata, key) for key in declared.keys]
    labels = [name or shape[:_KEY_CHARACTERS] for name, shape in zip(names, shapes, strict=True)]
    unique = len(set(labels)) == len(labels)
    return labels if unique else [f"{label} {n}" for n, label in enumerate(labels, 1)]


def _counts(metadata: Metadata) -> list[tuple[str, str, str, str]]:
    pallets = [
        (one.name, str(len(one.storage)), str(len(one.constants)), "")
        for one in metadata.pallets.values()
        if one.storage or one.constants
    ]
    apis = [(one.name, "", "", str(len(one.methods))) for one in metadata.apis.values()]
    return [*pallets, *apis]


def _document(metadata: Metadata, item: ChainItem) -> ItemDocument:
    if item.kind == "storage":
        declared = metadata.storage(item.owner, item.name)
        keys, kind = [metadata.shape(key) for key in declared.keys], declared.value
    elif item.kind == "constant":
        keys, kind = [], metadata.pallet(item.owner).constants[item.name].type
    else:
        method = metadata.api(item.owner, item.name)
        keys = [f"{part.name}: {metadata.shape(part.type)}" for part in method.inputs]
        kind = method.output
    return {"name": item.path, "kind": item.kind, "keys": keys, "type": metadata.shape(kind)}


def _type_name(metadata: Metadata, type_id: int) -> str:
    path = metadata.registry.type(type_id).path
    return path[-1] if path else ""


def _short(text: str) -> str:
    return text if len(text) <= _TYPE_CHARACTERS else text[: _TYPE_CHARACTERS - 1] + "…"
