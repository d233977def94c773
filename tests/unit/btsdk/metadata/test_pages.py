"""Pages of maps: the entries are those that are decoded one by one, and a page with anything
unusual is left to that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import DecodeError
from btsdk.metadata import StorageMetadata
from btsdk.metadata.storage import HASHERS
from tests.unit.btsdk.scale.drawing import NONE, Drawer
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
DRAWER = Drawer(METADATA.registry)
ACCOUNTS = METADATA.storage("System", "Account")
AXONS = METADATA.storage("SubtensorModule", "Axons")
IDENTITIES = METADATA.storage("SubtensorModule", "IdentitiesV2")
MAPS = [
    item
    for pallet in METADATA.pallets.values()
    for item in pallet.storage.values()
    if item.hashers and all(HASHERS[name].keeps for name in item.hashers)
]
Page = tuple[list[str], list[str]]


def page_of(item: StorageMetadata, entries: list[Any]) -> Page:
    keys = ["0x" + item.key(*keys).hex() for keys, _ in entries]
    return keys, ["0x" + item.encode(value).hex() for _, value in entries]


def one_by_one(item: StorageMetadata, page: Page) -> list[Any]:
    """As pages with something unusual are decoded."""
    pairs = [(bytes.fromhex(k[2:]), bytes.fromhex(v[2:])) for k, v in zip(*page, strict=True)]
    return [(item.decode_key(key), item.decode(value)) for key, value in pairs]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_map_of_the_chain(data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(MAPS))
    if any(DRAWER.height(type_id) >= NONE for type_id in (*item.keys, item.value)):
        return
    keys = st.tuples(*(DRAWER.values(type_id) for type_id in item.keys))
    values = DRAWER.values(item.value)
    entries = data.draw(st.lists(st.tuples(keys, values), min_size=1, max_size=4))
    page = page_of(item, entries)
    assert one_by_one(item, page) == entries
    found = item.decode_page(*page)
    sizes = [item.registry.fixed_size(type_id) for type_id in item.keys]
    assert found == entries if None not in sizes else found in (None, entries)


def test_most_maps_have_pages() -> None:
    values = [
        (item, item.key(*[_zero(item, type_id) for type_id in item.keys]))
        for item in MAPS
        if all(item.registry.fixed_size(type_id) for type_id in item.keys)
    ]
    read = [
        item.decode_page(["0x" + key.hex()], ["0x" + item.default.hex()])
        for item, key in values
        if not item.optional
    ]
    assert len(read) > 90
    assert None not in read


def _zero(item: StorageMetadata, type_id: int) -> Any:
    return item.registry.decode(type_id, bytes(item.registry.fixed_size(type_id) or 0))


def accounts() -> Page:
    info = ACCOUNTS.decode(None)
    return page_of(ACCOUNTS, [((bytes([n]) * 32,), {**info, "nonce": n}) for n in range(9)])


def axons() -> Page:
    text = {"version": 1, "block": 5, "ip": 1 << 100, "port": 9, "ip_type": 4, "protocol": 0}
    axon = {**text, "placeholder1": 0, "placeholder2": 0}
    return page_of(AXONS, [((n, bytes([n]) * 32), axon) for n in range(9)])


def identities() -> Page:
    names = ("name", "url", "github_repo", "image", "discord", "description", "additional")
    return page_of(
        IDENTITIES, [((bytes([n]) * 32,), dict.fromkeys(names, b"x" * n)) for n in range(9)]
    )


WHOLE = [(ACCOUNTS, accounts), (AXONS, axons), (IDENTITIES, identities)]


@pytest.mark.parametrize(("item", "whole"), WHOLE)
def test_whole_pages_are_read(item: StorageMetadata, whole: Callable[[], Page]) -> None:
    keys, values = whole()
    assert item.decode_page(keys, values) == one_by_one(item, (keys, values))
    order = [4, 0, 8, 2]
    mixed = [keys[n] for n in order], [values[n] for n in order]
    assert item.decode_page(*mixed) == one_by_one(item, mixed)
    upper = keys[:], [values[0], "0x" + values[1][2:].upper(), *values[2:]]
    assert item.decode_page(*upper) == one_by_one(item, upper)


@pytest.mark.parametrize("place", [0, 4, 8])
@pytest.mark.parametrize(
    "wrong",
    [
        lambda key, value: (key, value[:-2]),
        lambda key, value: (key, value[:-1]),
        lambda key, value: (key, value + "00"),
        lambda key, value: (key, value + "0"),
        lambda key, value: (key, value[2:]),
        lambda key, value: (key, "0X" + value[2:]),
        lambda key, value: (key, "0x" + value),
        lambda key, value: (key, value[:-2] + "g0"),
        lambda key, value: (key, value[:-2] + "  "),
        lambda key, value: (key, "0x"),
        lambda key, value: (key, ""),
        lambda key, value: (key, None),
        lambda key, value: (key, 7),
        lambda key, value: (key + "00", value),
        lambda key, value: (key[:-2], value),
        lambda key, value: (key[:-2] + "0 ", value),
        lambda key, value: (key[2:], value),
        lambda key, value: ("0x00" + key[4:], value),
        lambda key, value: ("0xff" + key[4:], value),
        lambda key, value: (key[:60] + "0" * (len(key) - 60), value),
        lambda key, value: (None, value),
    ],
)
@pytest.mark.parametrize(("item", "whole"), WHOLE)
def test_a_page_with_something_unusual_is_left(
    item: StorageMetadata,
    whole: Callable[[], Page],
    wrong: Callable[[str, str], tuple[Any, Any]],
    place: int,
) -> None:
    keys, values = whole()
    keys[place], values[place] = wrong(keys[place], values[place])
    assert item.decode_page(keys, values) is None


def test_bytes_moved_from_one_value_to_the_next_are_noticed() -> None:
    keys, values = identities()
    values[3], values[4] = values[3] + values[4][2:4], "0x" + values[4][4:]
    assert IDENTITIES.decode_page(keys, values) is None
    values[3], values[4] = identities()[1][3][:-1], "0x" + identities()[1][3][-1] + values[4][2:]
    assert IDENTITIES.decode_page(keys, values) is None


def test_values_that_their_type_does_not_have() -> None:
    flags = METADATA.storage("SubtensorModule", "NetworksAdded")
    keys = ["0x" + flags.key(netuid).hex() for netuid in range(3)]
    assert flags.decode_page(keys, ["0x00", "0x01", "0x01"]) == [
        ((0,), False),
        ((1,), True),
        ((2,), True),
    ]
    assert flags.decode_page(keys, ["0x00", "0x02", "0x01"]) is None
    with pytest.raises(DecodeError):
        flags.decode(b"\x02")
