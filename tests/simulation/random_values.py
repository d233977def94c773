"""Random values of the declared types, made as their SCALE encodings.

Accounts are mostly known ones, netuids mostly small, integers mostly on a boundary or the size of
an amount: what is nearly right gets further into a pallet than noise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from btsdk.scale import Registry
from btsdk.scale.primitives import compact_encode
from btsdk.scale.types import (
    Array,
    Case,
    Compact,
    Composite,
    Field,
    Primitive,
    Tuple,
    Variant,
)
from btsdk.scale.types import (
    Sequence as SequenceOf,
)

_DEPTH = 3
_SMALL_IDS = {"NetUid", "MechId", "CrowdloanId", "LeaseId"}
_NETUIDS = (0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 65535)


class RandomValues:
    """Encodings drawn from one source of chance.

    `calls` narrows the outer call to some of its cases: a predicate on pallet and call name.
    """

    def __init__(
        self,
        registry: Registry,
        chance: Random,
        accounts: Sequence[bytes],
        calls: Callable[[str, str], bool] = lambda pallet, name: True,
    ) -> None:
        self._registry = registry
        self._chance = chance
        self._accounts = accounts
        self._calls = calls
        self._outer = registry.find("node_subtensor_runtime::RuntimeCall")
        self._cases = [
            (pallet, case)
            for pallet in self._variants(self._outer)
            for case in self._variants(pallet.fields[0].type)
            if calls(pallet.name, case.name)
        ]

    def call(self, depth: int = 0) -> bytes:
        """A call, each of the declared ones as likely as any other."""
        pallet, case = self._chance.choice(self._cases)
        return bytes((pallet.index,)) + self._case(case, depth)

    def value(self, type_id: int, depth: int = 0, field: Field | None = None) -> bytes:
        """A value of a type; the field that it stands in says what it means."""
        entry = self._registry.type(type_id)
        if type_id == self._outer:
            return self.call(depth + 1)
        if entry.path[-1:] == ("AccountId32",):
            return self._account()
        if entry.path[-1:] == ("MultiAddress",) and self._chance.random() < 0.95:
            return b"\x00" + self._account()
        definition = entry.definition
        if isinstance(definition, Composite):
            parts = definition.fields
            return b"".join(self.value(part.type, depth, _meaning(part, field)) for part in parts)
        if isinstance(definition, Variant):
            return self._variant(definition, depth)
        if isinstance(definition, SequenceOf):
            return self._sequence(definition.type, depth, field)
        if isinstance(definition, Array):
            return b"".join(self.value(definition.type, depth) for _ in range(definition.len))
        if isinstance(definition, Tuple):
            return b"".join(self.value(part, depth) for part in definition.types)
        if isinstance(definition, Compact):
            inner = self._registry.type(definition.type).definition
            if not isinstance(inner, Primitive):
                return b"" if inner == Tuple(()) else compact_encode(self._chance.randrange(100))
            return compact_encode(self._integer(inner.name, field))
        assert isinstance(definition, Primitive), definition
        return self._primitive(definition.name, field)

    def arguments(self, type_ids: Sequence[int]) -> bytes:
        """The arguments of a runtime API method."""
        return b"".join(self.value(type_id) for type_id in type_ids)

    # -- inside -----------------------------------------------------------------------------------

    def _variants(self, type_id: int) -> tuple[Case, ...]:
        definition = self._registry.type(type_id).definition
        assert isinstance(definition, Variant)
        return definition.variants

    def _case(self, case: Case, depth: int) -> bytes:
        fields = (self.value(field.type, depth, field) for field in case.fields)
        return bytes((case.index,)) + b"".join(fields)

    def _variant(self, definition: Variant, depth: int) -> bytes:
        cases = definition.variants
        if not cases:
            return b""
        if depth >= _DEPTH:
            cases = tuple(case for case in cases if not case.fields) or cases
        return self._case(self._chance.choice(cases), depth)

    def _sequence(self, item: int, depth: int, field: Field | None) -> bytes:
        if self._registry.type(item).definition == Primitive("u8"):
            return self._octets()
        most = 0 if depth >= _DEPTH else self._chance.choice((0, 1, 1, 2, 3, 5))
        items = [self.value(item, depth + 1, field) for _ in range(most)]
        return compact_encode(len(items)) + b"".join(items)

    def _octets(self) -> bytes:
        if self._chance.random() < 0.1:
            inner = self.call(_DEPTH)
            return compact_encode(len(inner)) + inner
        length = self._chance.choice((0, 1, 4, 20, 32, 33, 48, 100, 600))
        return compact_encode(length) + self._chance.randbytes(length)

    def _account(self) -> bytes:
        if self._chance.random() < 0.03:
            return self._chance.choice((bytes(32), self._chance.randbytes(32)))
        return self._chance.choice(self._accounts)

    def _primitive(self, name: str, field: Field | None) -> bytes:
        if name == "bool":
            return bytes((self._chance.randrange(2),))
        if name == "str":
            return self._octets_of_text()
        value = self._integer(name, field)
        return value.to_bytes(_size(name), "little", signed=name.startswith("i"))

    def _octets_of_text(self) -> bytes:
        text = self._chance.choice(("", "a", "τ", "x" * 300)).encode()
        return compact_encode(len(text)) + text

    def _integer(self, name: str, field: Field | None) -> int:
        bits = 8 * _size(name)
        chance = self._chance
        hint = "" if field is None else f"{field.type_name} {field.name}"
        if field is not None and (field.type_name in _SMALL_IDS or "netuid" in hint):
            return min(chance.choice(_NETUIDS), (1 << bits) - 1)
        top = (1 << (bits - 1 if name.startswith("i") else bits)) - 1
        drawn = chance.random()
        if drawn < 0.3:
            value = chance.choice((0, 1, 2, 3, 5, 10, top, top - 1, top // 2, top // 2 + 1))
        elif drawn < 0.7:
            value = chance.randrange(1 << chance.randrange(1, bits))
        else:
            value = chance.choice((1, 499, 500, 65535, 10**6, 10**9, 10**11, 10**12 + 1))
        value = min(value, top)
        if name.startswith("i") and chance.random() < 0.5:
            return chance.choice((-value, -top - 1))
        return value


def _size(name: str) -> int:
    return int(name[1:]) // 8


def _meaning(inner: Field, outer: Field | None) -> Field | None:
    """A nameless field inside a named one means what the outer one says."""
    return outer if inner.name is None and outer is not None else inner
