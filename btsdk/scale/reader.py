"""The generator of read functions, one for each type: `(data, offset) -> (value, offset behind
it)`.

They may let `struct.error`, `IndexError` and `UnicodeDecodeError` escape: `Codec` turns these into
`DecodeError`. The function of a type that can contain itself takes its depth as a third argument.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from btsdk.scale import plan as p
from btsdk.scale.decode_errors import HELPERS, Names, VariantReaders
from btsdk.scale.graph import Cycles
from btsdk.scale.layout import Layouts
from btsdk.scale.linker import Function, Linker
from btsdk.scale.read_body import ReadBody
from btsdk.scale.targets import Target


class Reader:
    """The read functions of one registry."""

    def __init__(
        self, planner: p.Planner, cycles: Cycles, layouts: Layouts, lock: threading.RLock
    ) -> None:
        self.planner = planner
        self.cycles = cycles
        self.layouts = layouts
        self.linker = Linker(HELPERS, lock)

    def function(self, type_id: int, target: Target) -> Function:
        """The read function of a type, linked now rather than at its first call."""
        return self.linker.resolve(self.name(type_id, target))

    def name(self, type_id: int, target: Target) -> str:
        """The name of the function, which is made when first called."""
        type_id = self.planner.inner(type_id)
        return self.linker.lazy("read", (type_id, target), self._maker(type_id, target))

    def cases(self, type_id: int, plan: p.Enum, target: Target) -> str:
        """The name of the table of the functions that read an enum's cases."""
        key = (type_id, target)
        by_index = {case.index: case for case in plan.cases}

        def make(index: int) -> Function | None:
            case = by_index.get(index)
            with self.linker.lock:
                return None if case is None else self._case(type_id, case, target)

        return self.linker.constant("cases", VariantReaders(self.label(type_id), make), key)

    def names(self, type_id: int, plan: p.Enum, target: Target) -> str:
        """The name of the table of the values of an enum whose cases carry nothing."""
        values = {case.index: target.bare(case.name) for case in plan.cases}
        return self.linker.constant("names", Names(self.label(type_id), values), (type_id, target))

    def label(self, type_id: int) -> str:
        return f"case of {'::'.join(self.planner.type(type_id).path) or f'type {type_id}'}"

    def _maker(self, type_id: int, target: Target) -> Callable[[str], Function]:
        type_id = self.planner.inner(type_id)

        def make(name: str) -> Function:
            body = ReadBody(self, self.cycles.of(type_id))
            expression = body.whole(type_id, target)
            return self._define(name, body, expression)

        return make

    def _case(self, type_id: int, case: p.Choice, target: Target) -> Function:
        if case.bare:
            value = target.bare(case.name)
            return lambda data, offset, depth=0: (value, offset)
        body = ReadBody(self, self.cycles.of(type_id))
        return self._define(self.linker.fresh("case"), body, body.case(case, target))

    def _define(self, name: str, body: ReadBody, expression: str) -> Function:
        body.flush()
        body.line(f"return {expression}, o")
        return self.linker.define(name, body.source(name))
