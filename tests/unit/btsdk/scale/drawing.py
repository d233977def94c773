"""Hypothesis strategies made from registry types: values of every shape that the codec knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from btsdk.scale import Registry, Some
from btsdk.scale import plan as p

_DEEPEST = 5
"""Below this, a value takes the shortest way out: no items, None, the least nested case."""
_LONGEST = 3
NONE = 1000
VOID = "Void"
UNINHABITED = {VOID, "RuntimeFreezeReason", "IdAmount"}
"""Enums without cases, and a struct around one: there is no value to draw."""
TOGETHER = 8


class Drawer:
    """Draws values of the types of one registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._heights = dict.fromkeys(registry.types, NONE)
        changed = True
        while changed:  # types may contain themselves: heights fall until none falls further
            heights = {type_id: self._height(registry.plan(type_id)) for type_id in registry.types}
            changed = heights != self._heights
            self._heights = heights

    def values(self, type_id: int) -> SearchStrategy[Any]:
        @st.composite
        def value(draw: DrawFn) -> Any:
            return self._draw(draw, type_id, 0)

        return value()

    def height(self, type_id: int) -> int:
        """How deep the least nested value is; `NONE` or more where there is none at all."""
        return self._heights[type_id]

    def _height(self, plan: p.Plan) -> int:
        if isinstance(plan, (p.Row, p.Record)):
            return self._highest(plan)
        if isinstance(plan, p.Items):
            return min(NONE, 1 + self.height(plan.type)) if plan.size else 1
        if isinstance(plan, p.Enum):
            lowest = min((self._highest(case.payload) for case in plan.cases), default=NONE)
            return min(NONE, 1 + lowest)
        return 1

    def _highest(self, payload: p.Row | p.Record) -> int:
        return max((self.height(type_id) for type_id in payload.types), default=0)

    def _draw(self, draw: DrawFn, type_id: int, depth: int) -> Any:
        plan = self._registry.plan(type_id)
        if isinstance(plan, (p.Row, p.Record)):
            return self._payload(draw, plan, depth)
        if isinstance(plan, p.Items):
            return self._items(draw, plan, depth)
        if isinstance(plan, p.Option):
            return self._option(draw, plan, depth)
        if isinstance(plan, p.Enum):
            return self._case(draw, plan, depth)
        return draw(_leaf(plan))

    def _payload(self, draw: DrawFn, plan: p.Row | p.Record, depth: int) -> Any:
        values = tuple(self._draw(draw, type_id, depth + 1) for type_id in plan.types)
        return dict(zip(plan.names, values, strict=True)) if isinstance(plan, p.Record) else values

    def _items(self, draw: DrawFn, plan: p.Items, depth: int) -> Any:
        count = plan.size
        if count is None:
            count = draw(st.integers(0, _LONGEST if self._goes_on(plan.type, depth) else 0))
        items = [self._draw(draw, plan.type, depth + 1) for _ in range(count)]
        return items if plan.size is None else tuple(items)

    def _option(self, draw: DrawFn, plan: p.Option, depth: int) -> Any:
        if not self._goes_on(plan.type, depth) or not draw(st.booleans()):
            return None
        value = self._draw(draw, plan.type, depth + 1)
        return Some(value) if plan.nested else value

    def _goes_on(self, type_id: int, depth: int) -> bool:
        return depth < _DEEPEST and self.height(type_id) < NONE

    def _case(self, draw: DrawFn, plan: p.Enum, depth: int) -> Any:
        cases = [case for case in plan.cases if self._highest(case.payload) < NONE]
        if depth >= _DEEPEST:
            least = min(self._highest(case.payload) for case in cases)
            cases = [case for case in cases if self._highest(case.payload) == least]
        case = draw(st.sampled_from(cases))
        if case.bare:
            return case.name
        if isinstance(case.payload, p.Row) and len(case.payload.types) == 1:
            return (case.name, self._draw(draw, case.payload.types[0], depth + 1))
        return (case.name, self._payload(draw, case.payload, depth))


def _leaf(plan: p.Plan) -> SearchStrategy[Any]:
    if isinstance(plan, p.Int):
        return st.integers(plan.least, plan.most)
    if isinstance(plan, p.Bytes):
        size = plan.size
        return st.binary(max_size=8) if size is None else st.binary(min_size=size, max_size=size)
    if isinstance(plan, p.CompactInt):
        return st.just(()) if plan.most is None else st.integers(0, plan.most)
    if isinstance(plan, p.Bits):
        return st.lists(st.booleans(), max_size=70).map(tuple)
    if isinstance(plan, p.EraByte):
        return eras()
    if isinstance(plan, p.Text):
        return st.text(max_size=8)
    return st.booleans() if isinstance(plan, p.Bool) else st.characters(exclude_categories=["Cs"])


@st.composite
def eras(draw: DrawFn) -> Any:
    """`"Immortal"`, or a period with one of the phases that it can express."""
    exponent = draw(st.integers(1, 16))
    if exponent == 1:
        return "Immortal"
    period = 1 << exponent
    factor = max(period >> 12, 1)
    return ("Mortal", (period, draw(st.integers(0, period // factor - 1)) * factor))


def for_every_type(
    drawer: Drawer, registry: Registry, examples: int, check: Callable[[int, Any], None]
) -> None:
    """Runs a check on a few drawn values of each type; the same ones in each run.

    Types are drawn some at a time, because that is what takes Hypothesis its time.
    """
    inhabited = []
    for type_id, entry in registry.types.items():
        if drawer.height(type_id) < NONE:
            inhabited.append(type_id)
        else:
            assert (entry.path or (VOID,))[-1] in UNINHABITED
    checked = set()
    for start in range(0, len(inhabited), TOGETHER):
        group = inhabited[start : start + TOGETHER]

        @settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.tuples(*(drawer.values(type_id) for type_id in group)))
        def some(values: tuple[Any, ...]) -> None:
            for type_id, value in zip(group, values, strict=True):  # noqa: B023 - run at once
                note(f"type {type_id}")
                check(type_id, value)
                checked.add(type_id)

        some()
    assert checked == set(inhabited)
