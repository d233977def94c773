"""What of the base is read in bulk, so that a block need not ask for each key by itself.

Always: every single value that the remote's metadata declares, and the maps whose only key is a
subnet, since block production goes through them. What else is wanted is named:

- `Pallet` or `Pallet.Item`: all that it holds
- `netuid:N`: what the maps hold whose first key is that subnet
- `0x…`: all keys that begin so
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
"""What every block goes through to remove it."""

_PREFIXES_AT_ONCE: Final = 50
_SUBNET: Final = "netuid:"
_NETUID_BYTES: Final = 2
_MOST_NETUID: Final = 2 ** (8 * _NETUID_BYTES) - 1


def what_blocks_read(store: ForkStore, metadata: Metadata) -> None:
    """Bring what the making of blocks goes through."""
    items = list(_items(metadata))
    store.bring([item.prefix for item in items if not item.hashers])
    maps = [item for item in items if len(item.hashers) == 1 and _of_subnet(item)]
    cleared = [item for item in items if (item.pallet_prefix, item.name) == _CLEARED]
    _bring_all(store, [item.prefix for item in maps + cleared])


def what_is_named(store: ForkStore, metadata: Metadata, names: Sequence[str]) -> None:
    """Bring what is named; raises `UsageError` for a name that says nothing."""
    prefixes = [prefix for name in names for prefix in _prefixes(metadata, name)]
    _bring_all(store, prefixes)


def _prefixes(metadata: Metadata, name: str) -> list[bytes]:
    if name.startswith("0x"):
        try:
            return [from_hex(name)]
        except ValueError:
            raise _nothing(name, "it is no hex text") from None
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
        raise _nothing(name, "a subnet has a number")
    return [item.key(int(number)) for item in _items(metadata) if item.hashers and _of_subnet(item)]


def _nothing(name: str, reason: str) -> UsageError:
    return UsageError(
        f"--prefetch {name}: {reason}",
        hint="Name a Pallet, a Pallet.Item, a subnet (netuid:1), or what keys begin with (0x…).",
    )


def _items(metadata: Metadata) -> Iterator[StorageMetadata]:
    for pallet in metadata.pallets.values():
        yield from pallet.storage.values()


def _of_subnet(item: StorageMetadata) -> bool:
    """Whether the first key is a number of a subnet's size. Metadata often says no more of it; the
    few others that are as small are brought along."""
    return item.registry.codec(item.keys[0]).fixed_size == _NETUID_BYTES


def _bring_all(store: ForkStore, prefixes: Sequence[bytes]) -> None:
    """Bring whole prefixes, and what stands right behind each: whoever goes through one looks
    ahead, and without it would have to ask the remote where it ends."""
    for begin in range(0, len(prefixes), _PREFIXES_AT_ONCE):
        part = prefixes[begin : begin + _PREFIXES_AT_ONCE]
        ends = [(b"", end) for end in _go_through(store, part)]
        behind = [key for page in store.base_keys(ends, READ_AHEAD + 1) for key in page]
        store.bring([*part, *behind])


def _go_through(store: ForkStore, prefixes: Sequence[bytes]) -> list[bytes]:
    """Bring all of several prefixes, page by page; of each the last key, or itself without any."""
    ends: list[bytes | None] = [None] * len(prefixes)
    pending = list(range(len(prefixes)))
    while pending:
        pages = store.base_keys([(prefixes[index], ends[index]) for index in pending], LARGEST_PAGE)
        keys = [key for page in pages for key in page]
        store.bring(keys)
        _LOG.debug("%d keys of the base were read ahead", len(keys))
        for index, page in zip(pending, pages, strict=True):
            ends[index] = page[-1] if page else ends[index]
        full = [len(page) == LARGEST_PAGE for page in pages]
        pending = [index for index, is_full in zip(pending, full, strict=True) if is_full]
    return [prefix if end is None else end for prefix, end in zip(prefixes, ends, strict=True)]
