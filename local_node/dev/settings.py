"""Storage by typed names, to and from raw keys.

[["0x26aa…", "0x01…"], ["0x26aa…", null]]                         raw
{"System": {"Account": [[["5Grw…"], {"data": {"free": 1}}]]}}      a map: keys, value
{"SubtensorModule": {"TotalNetworks": 3, "$removePrefix": ["Tempo"]}}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from btsdk.errors import DecodeError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.metadata import Metadata, PalletMetadata, StorageMetadata
from local_node.dev.values import from_json, to_json

Changes = dict[bytes, "bytes | None"]
KeysOf = Callable[[bytes], "list[bytes]"]
"""The raw keys with a prefix, in the state to be changed."""

REMOVE_PREFIX = "$removePrefix"


def changes_of(metadata: Metadata, values: Any, keys_of: KeysOf) -> Changes:
    """The raw changes (None removes a key) of `values`, in either form."""
    raw = raw_changes(values)
    if raw is not None:
        return raw
    if not isinstance(values, dict):
        raise UsageError("storage: expected a list of raw pairs or an object of pallets")
    changes: Changes = {}
    for pallet_name, items in values.items():
        pallet = _named(metadata.pallets, pallet_name, "pallet")
        if not isinstance(items, dict):
            raise UsageError(f"{pallet_name}: expected an object of storage items")
        for prefix in items.get(REMOVE_PREFIX, ()):
            item = _named(pallet.storage, prefix, "storage item")
            changes.update(dict.fromkeys(keys_of(item.prefix)))
        for name, content in items.items():
            if name != REMOVE_PREFIX:
                changes.update(_of_item(_named(pallet.storage, name, "storage item"), content))
    return changes


def raw_changes(values: Any) -> Changes | None:
    """The changes of a list of raw pairs; None if the value is not a list."""
    return dict(_raw(item) for item in values) if isinstance(values, list) else None


def described(metadata: Metadata, changes: Mapping[bytes, bytes | None]) -> list[dict[str, Any]]:
    """Changes by name: pallet, item, keys and value, or the raw key if none fits."""
    items = {
        item.prefix: (pallet, item)
        for pallet in metadata.pallets.values()
        for item in pallet.storage.values()
    }
    return [_described(items.get(key[:32]), key, value) for key, value in sorted(changes.items())]


def _of_item(item: StorageMetadata, content: Any) -> Iterable[tuple[bytes, bytes | None]]:
    if not item.hashers:
        yield item.key(), _encoded(item, content, item.name)
        return
    if not isinstance(content, list):
        raise UsageError(f"{item.name}: expected a list of [keys, value], since it is a map")
    for entry in content:
        if not (isinstance(entry, list | tuple) and len(entry) == 2):
            raise UsageError(f"{item.name}: {entry!r} is not [keys, value]")
        keys = entry[0] if isinstance(entry[0], list | tuple) else [entry[0]]
        if len(keys) != len(item.hashers):
            raise UsageError(f"{item.name}: {len(item.hashers)} keys expected, not {len(keys)}")
        read = (
            from_json(item.registry, type_id, key, f"{item.name} key")
            for type_id, key in zip(item.keys, keys, strict=True)
        )
        yield item.key(*read), _encoded(item, entry[1], item.name)


def _encoded(item: StorageMetadata, value: Any, where: str) -> bytes | None:
    if value is None:
        return None
    return item.encode(from_json(item.registry, item.value, value, where))


def _raw(pair: Any) -> tuple[bytes, bytes | None]:
    if not (isinstance(pair, list | tuple) and len(pair) == 2):
        raise UsageError(f"{pair!r} is not a pair of key and value")
    key, value = pair
    return _hex(key), None if value is None else _hex(value)


def _hex(text: Any) -> bytes:
    try:
        return from_hex(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a hex string") from None


def _named(known: Mapping[str, Any], name: str, what: str) -> Any:
    """An entry by its name, which may begin with a small letter as in JavaScript."""
    found = known.get(name) or known.get(name[:1].upper() + name[1:])
    if found is None:
        raise UsageError(f"the chain has no {what} {name!r}")
    return found


def _described(
    place: tuple[PalletMetadata, StorageMetadata] | None, key: bytes, value: bytes | None
) -> dict[str, Any]:
    raw = {"key": to_json(key), "value": None if value is None else to_json(value)}
    if place is None:
        return raw
    pallet, item = place
    try:
        keys = to_json(item.decode_key(key)) if item.hashers else []
        decoded = None if value is None else to_json(item.decode(value))
    except DecodeError:
        return raw
    return {"pallet": pallet.name, "item": item.name, "keys": keys, "value": decoded}
