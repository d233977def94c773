"""Storage written over by root: which keys of which items, with which bytes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from btsdk.scale.primitives import compact_encode
from local_node.chain.view import StateView
from local_node.runtime.frame.schema import Schema
from tests.simulation.random_values import RandomValues
from tests.simulation.world import COLDKEYS, HOTKEYS, World


class Poison(NamedTuple):
    """One write: the item's full name, the raw key, and the bytes."""

    item: str
    key: bytes
    value: bytes


class Poisoner:
    """Draws writes from one source of chance."""

    def __init__(self, world: World, chance: Random) -> None:
        self._interface = world.interface
        self._schema: Schema = world.runtime.executive.assembly.schema
        self._chance = chance
        accounts = [who.public_key for who in (*COLDKEYS, *HOTKEYS)]
        self._values = RandomValues(world.interface.registry, chance, accounts)
        self._items = [
            item for pallet in world.interface.pallets.values() for item in pallet.storage.values()
        ]

    def one(self, state: StateView, skipped: frozenset[str] = frozenset()) -> Poison:
        """A write under a declared item, on a key that is there where there are any."""
        item = self._chance.choice(self._items)
        while item.full_name in skipped:
            item = self._chance.choice(self._items)
        there = state.keys(item.prefix)
        if there and self._chance.random() < 0.8:
            key = self._chance.choice(there)
        else:
            key = self._key(item)
        return Poison(item.full_name, key, self._bytes(item, state.get(key)))

    def _key(self, item: Any) -> bytes:
        if not item.keys:
            return bytes(item.prefix)
        if self._chance.random() < 0.2:  # no key of the item's type
            return bytes(item.prefix) + self._chance.randbytes(self._chance.choice((0, 3, 16, 40)))
        view = self._schema.storage(item)
        keys = [
            self._interface.codec(each.type).decode(self._typed(each.type)) for each in item.keys
        ]
        return view.partial(keys)

    def _typed(self, kind: Any) -> bytes:
        return self._values.value(self._interface.type_id(kind))

    def _bytes(self, item: Any, before: bytes | None) -> bytes:
        chance = self._chance
        whole = self._typed(item.value) if before is None else before
        kinds: tuple[Callable[[], bytes], ...] = (
            lambda: chance.randbytes(chance.choice((0, 1, 2, 4, 8, 16, 32, 33, 64, 200))),
            lambda: whole + chance.randbytes(16),
            lambda: whole[: chance.randrange(len(whole) + 1)],
            lambda: b"\xff" * chance.choice((1, 2, 4, 8, 16, 32, len(whole))),
            lambda: bytes(chance.choice((1, 2, 4, 8, 16, 32, len(whole)))),
            lambda: self._typed(item.value),
            lambda: compact_encode(2**30 - 1) + chance.randbytes(40),
            lambda: _bent(chance, whole),
        )
        return chance.choice(kinds)()


def _bent(chance: Random, data: bytes) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(1) + data[at + 1 :]
