"""The least size of a type, whether its size is fixed, and the weight of its code.

The least size bounds a length prefix before anything is allocated. The least size of a type that is
recursive, or nested too deeply, counts as 0, which is safe.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.scale import plan as p
from btsdk.scale.graph import Cycles

UNROLL = 16
"""Arrays with more items than this are read in a loop."""
FEW_CASES, SMALL_CASE = 2, 4
"""Enums with at most so many cases with content, each of so small a weight, are read inline."""
_LARGEST = 1 << 40
"""The greatest size that is computed: no input is as long."""
_DEEPEST = 100
"""The greatest nesting that is measured; no runtime nests as many types without an enum or a
cycle."""


class Layout(NamedTuple):
    """`weight` counts the values that inlined code for the type would handle."""

    least: int
    fixed: bool
    weight: int


_UNKNOWN = Layout(0, False, 1)
_LEAVES: dict[type, Layout] = {
    p.Bool: Layout(1, True, 1),
    p.Char: Layout(4, True, 1),
    p.Text: Layout(1, False, 2),
    p.Bits: Layout(1, False, 1),
    p.EraByte: Layout(1, False, 1),
}


def _bounded(least: int, fixed: bool, weight: int) -> Layout:
    if least > _LARGEST:
        return Layout(_LARGEST, False, min(weight, _LARGEST))
    return Layout(least, fixed, min(weight, _LARGEST))


class Layouts:
    """The layouts of one registry's types, measured when asked for and kept."""

    def __init__(self, planner: p.Planner, cycles: Cycles) -> None:
        self._planner = planner
        self._cycles = cycles
        self._known: dict[int, Layout] = {}

    def of(self, type_id: int, depth: int = 0) -> Layout:
        known = self._known.get(type_id)
        if known is None:
            if depth > _DEEPEST:
                return _UNKNOWN
            self._known[type_id] = _UNKNOWN  # the value that a recursive type sees of itself
            known = self._measure(self._planner.plan(type_id), depth + 1)
            if self._cycles.of(self._planner.inner(type_id)) is not None:
                known = known._replace(weight=1)
            self._known[type_id] = known
        return known

    def is_small(self, plan: p.Enum) -> bool:
        """Whether code for all cases of an enum fits into the code around it."""
        full = [case.payload.types for case in plan.cases if not case.bare]
        weights = (self._concatenated(types, 0).weight for types in full)
        return len(full) <= FEW_CASES and all(weight <= SMALL_CASE for weight in weights)

    def _measure(self, plan: p.Plan, depth: int) -> Layout:
        if isinstance(plan, p.Int):
            return Layout(plan.size, True, 1)
        if isinstance(plan, p.Bytes):
            return Layout(1, False, 2) if plan.size is None else Layout(plan.size, True, 1)
        if isinstance(plan, p.CompactInt):
            return Layout(0, True, 1) if plan.most is None else Layout(1, False, 2)
        if isinstance(plan, (p.Row, p.Record)):
            return self._concatenated(plan.types, depth)
        if isinstance(plan, p.Items):
            return self._items(plan, depth)
        if isinstance(plan, p.Option):
            return Layout(1, False, 2 + self.of(plan.type, depth).weight)
        if isinstance(plan, p.Enum):
            return self._enum(plan, depth)
        return _LEAVES[type(plan)]

    def _concatenated(self, types: tuple[int, ...], depth: int) -> Layout:
        parts = [self.of(type_id, depth) for type_id in types]
        return _bounded(
            sum(part.least for part in parts),
            all(part.fixed for part in parts),
            sum(part.weight for part in parts),
        )

    def _items(self, plan: p.Items, depth: int) -> Layout:
        item = self.of(plan.type, depth)
        if plan.size is None:
            return Layout(1, False, 3 + item.weight)
        unrolled = plan.size if plan.size <= UNROLL else 1
        return _bounded(plan.size * item.least, item.fixed, 3 + unrolled * item.weight)

    def _enum(self, plan: p.Enum, depth: int) -> Layout:
        if plan.plain:
            return Layout(1, True, 1)
        cases = [self._concatenated(case.payload.types, depth) for case in plan.cases]
        least = min(case.least for case in cases)
        weight = 2 + sum(case.weight for case in cases) if self.is_small(plan) else 1
        return Layout(1 + least, False, weight)
