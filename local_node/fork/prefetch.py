"""The prefetch of a fork: keys of the base read in bulk, instead of one request per key.

Always read: every single value that the remote's metadata declares, and the maps whose only key is
a subnet, since block production iterates over them. Other keys are named:

- `Pallet` or `Pallet.Item`: all of its keys
- `netuid:N`: the entries of maps whose first key is that subnet
- `0x…`: all keys with this prefix
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import Final

from btsdk.errors import UsageError
from btsdk.hexadecimal import from_hex
from btsdk.metadata import Metadata
from btsdk.metadata.storage import StorageMetadata
from local_node.fork.store import ForkStore
from local_node.state.lazy import LARGEST_PAGE
from local_node.state.overlay import READ_AHEAD

_LOG = logging.getLogger(__name__)

_CLEARED: Final = ("System", "EventTopics")
"""A prefix that every block iterates over to remove it."""

_PREFIXES_AT_ONCE: Final = 50
_SUBNET: Final = "netuid:"
_NETUID_BYTES: Final = 2
_MOST_NETUID: Final = 2 ** (8 * _NETUID_BYTES) - 1


def what_blocks_read(store: ForkStore, metadata: Metadata) -> None:
    """Fetch the keys that block production reads."""
    items = list(_items(metadata))
    store.bring([item.prefix for item in items if not item.hashers])
    maps = [item for item in items if len(item.hashers) == 1 and _of_subnet(item)]
    cleared = [item for item in items if (item.pallet_prefix, item.name) == _CLEARED]
    _bring_all(store, [item.prefix for item in maps + cleared])


def what_is_named(store: ForkStore, metadata: Metadata, names: Sequence[str]) -> None:
    """Fetch the named keys; raises `UsageError` for an invalid name."""
    prefixes = [prefix for name in names for prefix in _prefixes(metadata, name)]
    _bring_all(store, prefixes)


def _prefixes(metadata: Metadata, name: str) -> list[bytes]:
    if name.startswith("0x"):
        try:
            return [from_hex(name)]
        except ValueError:
            raise _nothing(name, "it is not hex") from None
    if name.startswith(_SUBNET):
        return _subnet(metadata, name)
    pallet, _, item = name.partition(".")
    found = metadata.pallets.get(pallet)
    if found is None:
        raise _nothing(name, "the chain has no pallet of that name")
    if item and item not in found.storage:
        raise _nothing(name, f"{pallet} keeps no item of that name")
    wanted = [found.storage[item]] if item else list(found.storage.values())
    return [each.prefix for each in wanted]


def _subnet(metadata: Metadata, name: str) -> list[bytes]:
    number = name.removeprefix(_SUBNET)
    if not number.isdecimal() or int(number) > _MOST_NETUID:
        raise _nothing(name, "a subnet must be a number")
    return [item.key(int(number)) for item in _items(metadata) if item.hashers and _of_subnet(item)]


def _nothing(name: str, reason: str) -> UsageError:
    return UsageError(
        f"--prefetch {name}: {reason}",
        hint="Give a Pallet, a Pallet.Item, a subnet (netuid:1), or a key prefix (0x…).",
    )


def _items(metadata: Metadata) -> Iterator[StorageMetadata]:
    for pallet in metadata.pallets.values():
        yield from pallet.storage.values()


def _of_subnet(item: StorageMetadata) -> bool:
    """Whether the first key has the type of a netuid. Metadata often says no more about it; the few
    other keys of that type are fetched too."""
    return item.registry.codec(item.keys[0]).fixed_size == _NETUID_BYTES


def _bring_all(store: ForkStore, prefixes: Sequence[bytes]) -> None:
    """Fetch whole prefixes, and the key behind each: an iteration looks one key ahead, and would
    otherwise ask the remote where the prefix ends."""
    for begin in range(0, len(prefixes), _PREFIXES_AT_ONCE):
        part = prefixes[begin : begin + _PREFIXES_AT_ONCE]
        ends = [(b"", end) for end in _go_through(store, part)]
        behind = [key for page in store.base_keys(ends, READ_AHEAD + 1) for key in page]
        store.bring([*part, *behind])


def _go_through(store: ForkStore, prefixes: Sequence[bytes]) -> list[bytes]:
    """Fetch all keys of several prefixes, page by page; returns the last key of each, or the prefix
    if it has none."""
    ends: list[bytes | None] = [None] * len(prefixes)
    pending = list(range(len(prefixes)))
    while pending:
        pages = store.base_keys([(prefixes[index], ends[index]) for index in pending], LARGEST_PAGE)
        keys = [key for page in pages for key in page]
        store.bring(keys)
        _LOG.debug("%d keys of the base were prefetched", len(keys))
        for index, page in zip(pending, pages, strict=True):
            ends[index] = page[-1] if page else ends[index]
        full = [len(page) == LARGEST_PAGE for page in pages]
        pending = [index for index, is_full in zip(pending, full, strict=True) if is_full]
    return [prefix if end is None else end for prefix, end in zip(prefixes, ends, strict=True)]
