"""The generated read functions against the plain decoder, for every type of real metadata, on
valid, truncated and mutated input."""

from __future__ import annotations

import random

import pytest

from btsdk.errors import DecodeError
from btsdk.metadata import Metadata
from btsdk.scale import Registry
from tests.unit.btsdk.scale.drawing import Drawer, for_every_type
from tests.unit.btsdk.scale.plain import check_same
from tests.unit.btsdk.scale.samples import sample
from tests.unit.btsdk.script import dev_at

CUTS, CHANGES = 4, 6
"""How many truncations and mutations are tried of each value."""


def check_around(registry: Registry, type_id: int, encoded: bytes) -> None:
    """The value, some of its truncations, and some values with other bytes."""
    _, end = check_same(registry, type_id, b"\xaa" + encoded + b"\xbb", 1)
    assert end == 1 + len(encoded)
    chance = random.Random(encoded)
    lengths = range(len(encoded))
    for length in chance.sample(lengths, min(CUTS, len(encoded))):
        assert isinstance(check_same(registry, type_id, encoded[:length]), DecodeError)
    for place in chance.choices(lengths, k=CHANGES if encoded else 0):
        changed = bytearray(encoded)
        changed[place] = chance.choice((0, 1, 2, 3, 4, 253, 254, 255, changed[place] ^ 64))
        check_same(registry, type_id, bytes(changed))


def check_registry(registry: Registry, drawer: Drawer) -> None:
    def check(type_id: int, value: object) -> None:
        check_around(registry, type_id, registry.encode(type_id, value))

    for_every_type(drawer, registry, 3, check)


def test_the_declared_metadata() -> None:
    registry = dev_at().metadata.registry
    check_registry(registry, Drawer(registry))


def test_mainnet(mainnet_15: Metadata, drawer_15: Drawer) -> None:
    check_registry(mainnet_15.registry, drawer_15)


@pytest.mark.parametrize("seed", range(40))
def test_noise(seed: int) -> None:
    registry = sample().registry()
    chance = random.Random(seed)
    data = bytes(chance.choices((0, 1, 2, 4, 8, 9, 255, chance.randrange(256)), k=60))
    for type_id in registry.types:
        check_same(registry, type_id, data)


def test_every_kind_of_type() -> None:
    registry = sample().registry()
    check_registry(registry, Drawer(registry))
