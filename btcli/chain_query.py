"""Any value of a chain by name: a storage item, entries of a map, a constant, a runtime API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btcli.chain_items import ChainItem
from btcli.chain_listing import ItemDocument
from btsdk.descriptors.json_reading import Resolve, from_text
from btsdk.descriptors.json_writing import to_json
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.metadata import Metadata, StorageMetadata

_PAGE = 512


class EntryDocument(TypedDict):
    """An entry of a map."""

    keys: list[Any]
    value: Any


class QueryData(TypedDict):
    """The result of `query`."""

    block: int
    name: Annotated[str | None, "the whole name"]
    kind: Annotated[str, "`storage`, `constant`, `api`, or `list`"]
    value: Annotated[Any, "null for entries and lists"]
    entries: Annotated[list[EntryDocument] | None, "null if it is one value"]
    more: Annotated[bool, "whether `--limit` left entries out"]
    items: Annotated[list[ItemDocument] | None, "null unless names are listed"]


@dataclass(frozen=True)
class Entry:
    """An entry of a map, as JSON."""

    keys: list[Any]
    value: Any


@dataclass(frozen=True)
class Answer:
    """A value as JSON, or the entries of a map; `more` says that there are further ones."""

    value: Any = None
    entries: tuple[Entry, ...] | None = None
    more: bool = False


def answer(
    view: View, item: ChainItem, given: Sequence[str], most: int, resolve: Resolve
) -> Answer:
    """What the chain has under a name; at most `most` entries of a map, 0 for all."""
    metadata, dynamic = view.at.metadata, view.client.dynamic
    if item.kind == "constant":
        _check_count(item, given, [])
        declared = metadata.pallet(item.owner).constants[item.name]
        value = view.constant(dynamic.constant(item.owner, item.name))
        return Answer(to_json(metadata, declared.type, value))
    if item.kind == "api":
        return _api(view, item, given, resolve)
    return _storage(view, item, given, most, resolve)


def answer_data(block: int, item: ChainItem, found: Answer) -> QueryData:
    """The JSON result of `query`."""
    entries = found.entries
    return {
        "block": block,
        "name": item.path,
        "kind": item.kind,
        "value": found.value,
        "entries": None
        if entries is None
        else [{"keys": one.keys, "value": one.value} for one in entries],
        "more": found.more,
        "items": None,
    }


def _api(view: View, item: ChainItem, given: Sequence[str], resolve: Resolve) -> Answer:
    metadata = view.at.metadata
    method = metadata.api(item.owner, item.name)
    names = [part.name for part in method.inputs]
    _check_count(item, given, names)
    args = [
        from_text(metadata, part.type, text, f"{item.path}({part.name})", resolve)
        for part, text in zip(method.inputs, given, strict=True)
    ]
    value = view.call_api(view.client.dynamic.api(item.owner, item.name), *args)
    return Answer(to_json(metadata, method.output, value))


def _storage(
    view: View, item: ChainItem, given: Sequence[str], most: int, resolve: Resolve
) -> Answer:
    metadata = view.at.metadata
    declared = metadata.storage(item.owner, item.name)
    if len(given) > len(declared.keys):
        _check_count(item, given, [metadata.shape(key) for key in declared.keys])
    keys = [
        from_text(metadata, type_id, text, f"{item.path}[{place}]", resolve)
        for place, (type_id, text) in enumerate(zip(declared.keys, given, strict=False))
    ]
    descriptor = view.client.dynamic.storage(item.owner, item.name)
    if len(keys) == len(declared.keys):
        return Answer(_value(metadata, declared, view.storage(descriptor, *keys)))
    found: list[Entry] = []
    page = min(most + 1, _PAGE) if most else _PAGE
    for part in view.storage_pages(descriptor, *keys, page=page):
        found += [_entry(metadata, declared, *one) for one in part.entries]
        if most and len(found) > most:
            return Answer(entries=tuple(found[:most]), more=True)
    return Answer(entries=tuple(found))


def _entry(metadata: Metadata, declared: StorageMetadata, keys: Any, value: Any) -> Entry:
    shown = [to_json(metadata, *pair) for pair in zip(declared.keys, keys, strict=True)]
    return Entry(shown, _value(metadata, declared, value))


def _value(metadata: Metadata, declared: StorageMetadata, value: Any) -> Any:
    """None is a missing item, which has no value of its type."""
    missing = value is None and declared.optional
    return None if missing else to_json(metadata, declared.value, value)


def _check_count(item: ChainItem, given: Sequence[str], wanted: Sequence[str]) -> None:
    if len(given) != len(wanted):
        takes = ", ".join(wanted) or "no keys or arguments"
        values = "1 value" if len(wanted) == 1 else f"{len(wanted)} values"
        raise UsageError(f"{item.path} takes {values}, not {len(given)}", hint=f"It takes {takes}.")
