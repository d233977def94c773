"""The generator of write functions, one for each type: `(value, out: bytearray) -> None`.

Neighbouring fixed-width values are packed by one `struct.Struct`. The generated functions check
what `struct` does not (a bool for an int, the number of fields, the length of bytes) and may let
`struct.error`, `KeyError`, `TypeError` and the like escape: `Codec` then finds the place in the
value and raises `EncodeError`. So tracking the path costs nothing for valid values.
"""

from __future__ import annotations

import enum
import struct
import threading
from collections.abc import Callable
from typing import Any

from btsdk.errors import EncodeError
from btsdk.scale import plan as p
from btsdk.scale import values
from btsdk.scale.bits import encode_bits
from btsdk.scale.era import encode_era
from btsdk.scale.graph import Cycles
from btsdk.scale.layout import UNROLL, Layouts
from btsdk.scale.linker import Function, Linker
from btsdk.scale.primitives import Some, compact_encode
from btsdk.scale.source import INLINE_DEPTH, INLINE_WEIGHT, UNITS_MAX, Body, struct_code


class Bare(dict[Any, Any]):
    """The bytes of each bare case of an enum, by name."""

    def __init__(self, known: dict[str, Any], others: frozenset[str]) -> None:
        super().__init__(known)
        self._others = others

    def __missing__(self, value: Any) -> Any:
        if isinstance(value, enum.Enum):
            return self[value.name]
        if not isinstance(value, str):
            name, content = values.pair(value, frozenset())
            values.unit(content)
            return self[name]
        if value in self._others:
            raise EncodeError(f"the case {value} carries a value: give ({value!r}, value)")
        raise EncodeError(f"there is no case {value}; there are {_some_of([*self, *self._others])}")


class VariantWriters(dict[str, Function]):
    """The functions that write the cases of an enum, each made when its name is first met."""

    def __init__(self, names: list[str], make: Callable[[str], Function | None]) -> None:
        super().__init__()
        self._names = names
        self._make = make

    def __missing__(self, name: str) -> Function:
        function = self._make(name)
        if function is None:
            raise EncodeError(f"there is no case {name}; there are {_some_of(self._names)}")
        self[name] = function
        return function


def _some_of(names: list[str]) -> str:
    return ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")


HELPERS: dict[str, Any] = {
    "INTEGERS": frozenset({int}),
    "Some": Some,
    "bad_fields": values.bad_fields,
    "bad_length": values.bad_length,
    "bits": encode_bits,
    "char": values.char,
    "compact": compact_encode,
    "compact_int": values.compact_int,
    "era": encode_era,
    "fields": values.fields,
    "integer": values.integer,
    "items": values.items,
    "need_some": values.need_some,
    "octets": values.octets,
    "pack": struct.pack,
    "pair": values.pair,
    "text": values.text,
    "too_many": values.too_many,
    "truth": values.truth,
    "unit": values.unit,
}


class Writer:
    """The write functions of one registry."""

    def __init__(
        self, planner: p.Planner, cycles: Cycles, layouts: Layouts, lock: threading.RLock
    ) -> None:
        self.planner = planner
        self.cycles = cycles
        self.layouts = layouts
        self.linker = Linker(HELPERS, lock)

    def function(self, type_id: int) -> Function:
        """The write function of a type, linked now rather than at its first call."""
        return self.linker.resolve(self.name(type_id))

    def name(self, type_id: int) -> str:
        """The name of the function, which is made when first called."""
        return self.linker.lazy("write", self.planner.inner(type_id), self._maker(type_id))

    def bare(self, type_id: int, plan: p.Enum, as_bytes: bool) -> str:
        """The name of the table of an enum's bare cases."""
        known = {
            case.name: bytes((case.index,)) if as_bytes else case.index
            for case in plan.cases
            if case.bare
        }
        others = frozenset(case.name for case in plan.cases) - known.keys()
        return self.linker.constant("bare", Bare(known, others), (type_id, as_bytes))

    def cases(self, type_id: int, plan: p.Enum) -> str:
        """The name of the table of the functions that write an enum's cases."""
        by_name = {case.name: case for case in plan.cases}

        def make(name: str) -> Function | None:
            case = by_name.get(name)
            with self.linker.lock:
                return None if case is None else self._case(case)

        return self.linker.constant("cases", VariantWriters(list(by_name), make), type_id)

    def wrapping(self, type_id: int, plan: p.Enum) -> str:
        """The name of the set of the cases around one value that is not a struct."""
        names = frozenset(
            case.name
            for case in plan.cases
            if isinstance(case.payload, p.Row)
            and len(case.payload.types) == 1
            and not isinstance(self.planner.plan(case.payload.types[0]), p.Record)
        )
        return self.linker.constant("wrapping", names, type_id)

    def _maker(self, type_id: int) -> Callable[[str], Function]:
        type_id = self.planner.inner(type_id)

        def make(name: str) -> Function:
            body = _WriteBody(self)
            body.whole(type_id, "v")
            return self._define(name, body)

        return make

    def _case(self, case: p.Choice) -> Function:
        body = _WriteBody(self)
        body.leaf("B", str(case.index))
        if isinstance(case.payload, p.Row) and len(case.payload.types) == 1:
            body.value(case.payload.types[0], "v")
        else:
            body.payload(case.payload, "v")
        return self._define(self.linker.fresh("case"), body)

    def _define(self, name: str, body: _WriteBody) -> Function:
        body.flush()
        return self.linker.define(name, body.text(f"def {name}(v, out):"))


class _WriteBody(Body):
    """The body of a write function: statements that check values and append to `out`."""

    def __init__(self, writer: Writer, parent: _WriteBody | None = None) -> None:
        super().__init__(writer.linker, parent)
        self.writer = writer
        self._writers: dict[type, Callable[[int, Any, str], None]] = {
            p.Int: self._int,
            p.Bool: self._bool,
            p.Char: self._char,
            p.Text: self._text,
            p.Bytes: self._bytes,
            p.CompactInt: self._compact,
            p.Bits: self._bits,
            p.EraByte: lambda type_id, plan, source: self._append(f"era({source})"),
            p.Row: lambda type_id, plan, source: self.payload(plan, source),
            p.Record: lambda type_id, plan, source: self.payload(plan, source),
            p.Items: self._items,
            p.Option: self._option,
            p.Enum: self._enum,
        }

    def flush(self) -> None:
        if self.run:
            shape, codes, names = self.take_run()
            pack = self.linker.constant("pack", shape.pack, codes)
            self.line(f"out += {pack}({', '.join(names)})")

    def value(self, type_id: int, source: str) -> None:
        """Write the value of an expression: inline if the type is small, otherwise by a call."""
        writer = self.writer
        type_id = writer.planner.inner(type_id)
        heavy = writer.layouts.of(type_id).weight > INLINE_WEIGHT or self.depth >= INLINE_DEPTH
        plan = writer.planner.plan(type_id)
        apart = isinstance(plan, p.Enum) and not plan.plain
        if apart or heavy or writer.cycles.of(type_id) is not None:
            self.flush()
            self.line(f"{writer.name(type_id)}({source}, out)")
            return
        self.depth += 1
        self.whole(type_id, source)
        self.depth -= 1

    def whole(self, type_id: int, source: str) -> None:
        """Write a value inline, whatever its size."""
        plan = self.writer.planner.plan(type_id)
        self._writers[type(plan)](type_id, plan, source)

    def payload(self, payload: p.Row | p.Record, source: str) -> None:
        name = self._take(source)
        if isinstance(payload, p.Record):
            self._record(payload, name)
        elif payload.types:
            self._row(payload, name)
        else:
            self.line(f"unit({name})")

    def _record(self, plan: p.Record, name: str) -> None:
        self.line(f"if type({name}) is not dict: {name} = fields({name})")
        self.line(f"if len({name}) != {len(plan.names)}: bad_fields({name}, {plan.names!r})")
        for field, type_id in zip(plan.names, plan.types, strict=True):
            self.value(type_id, f"{name}[{field!r}]")

    def _row(self, plan: p.Row, name: str) -> None:
        self._as_items(name)
        count = len(plan.types)
        self.line(f"if len({name}) != {count}: bad_length(len({name}), {count}, 'values')")
        for place, type_id in enumerate(plan.types):
            self.value(type_id, f"{name}[{place}]")

    def _as_items(self, name: str) -> None:
        kind = self.fresh("k")
        self.line(f"{kind} = type({name})")
        self.line(f"if {kind} is not tuple and {kind} is not list: {name} = items({name})")

    def _take(self, source: str) -> str:
        """A local name for an expression."""
        name = self.fresh()
        self.line(f"{name} = {source}")
        return name

    def _append(self, source: str) -> None:
        self.flush()
        self.line(f"out += {source}")

    def _int(self, type_id: int, plan: p.Int, source: str) -> None:
        name = self._take(source)
        self.line(f"if type({name}) is not int: {name} = integer({name})")
        code = struct_code(plan)
        if code is not None:
            self.leaf(code, name)
            return
        signed = ", signed=True" if plan.signed else ""
        self.leaf(f"{plan.size}s", f"{name}.to_bytes({plan.size}, 'little'{signed})")

    def _bool(self, type_id: int, plan: p.Bool, source: str) -> None:
        name = self._take(source)
        self.line(f"if {name} is not True and {name} is not False: truth({name})")
        self.leaf("?", name)

    def _char(self, type_id: int, plan: p.Char, source: str) -> None:
        self.leaf("I", self._take(f"char({source})"))

    def _text(self, type_id: int, plan: p.Text, source: str) -> None:
        name = self._take(source)
        self.line(f"if type({name}) is not str: {name} = text({name})")
        self.line(f"{name} = {name}.encode()")
        self._append(f"compact(len({name}))")
        self.line(f"out += {name}")

    def _bytes(self, type_id: int, plan: p.Bytes, source: str) -> None:
        name = self._take(source)
        self.line(f"if type({name}) is not bytes: {name} = octets({name})")
        if plan.size is None:
            self._append(f"compact(len({name}))")
            self.line(f"out += {name}")
            return
        self.line(f"if len({name}) != {plan.size}: bad_length(len({name}), {plan.size}, 'bytes')")
        if plan.size < 1 << 16:
            self.leaf(f"{plan.size}s", name)
        else:
            self._append(name)

    def _compact(self, type_id: int, plan: p.CompactInt, source: str) -> None:
        if plan.most is None:
            self.line(f"unit({source})")
        else:
            self._append(f"compact_int({source}, {plan.most})")

    def _bits(self, type_id: int, plan: p.Bits, source: str) -> None:
        self._append(f"bits({source}, {plan.store}, {plan.highest_first})")

    def _option(self, type_id: int, plan: p.Option, source: str) -> None:
        self.flush()
        name = self._take(source)
        self.line(f"if {name} is None: out.append(0)")
        with self.block("else:"):
            if plan.nested:
                self.line(f"if type({name}) is not Some: need_some({name})")
                self.line(f"{name} = {name}.value")
            else:
                self.line(f"if type({name}) is Some: {name} = {name}.value")
            self.leaf("B", "1")
            self.value(plan.type, name)
            self.flush()

    def _enum(self, type_id: int, plan: p.Enum, source: str) -> None:
        if plan.plain:
            self.leaf("B", self._take(f"{self.writer.bare(type_id, plan, False)}[{source}]"))
            return
        self.flush()
        name, content = self._take(source), self.fresh()
        bare, cases = self.writer.bare(type_id, plan, True), self.writer.cases(type_id, plan)
        self.line(f"if type({name}) is str: out += {bare}[{name}]")
        with self.block("else:"):
            wrapping = self.writer.wrapping(type_id, plan)
            self.line(f"if type({name}) is not tuple: {name} = pair({name}, {wrapping})")
            self.line(f"{name}, {content} = {name}")
            self.line(f"{cases}[{name}]({content}, out)")

    def _items(self, type_id: int, plan: p.Items, source: str) -> None:
        name = self._take(source)
        self._as_items(name)
        count = self.fresh("n")
        self.line(f"{count} = len({name})")
        if plan.size is not None:
            self.line(f"if {count} != {plan.size}: bad_length({count}, {plan.size}, 'items')")
        if plan.size is not None and plan.size <= UNROLL and self._flat(plan.type):
            for place in range(plan.size):
                self.value(plan.type, f"{name}[{place}]")
            return
        if self.writer.layouts.of(plan.type).least == 0:
            self.line(f"if {count} > {UNITS_MAX}: too_many({count}, {UNITS_MAX})")
        self.flush()
        if plan.size is None:
            self.line(f"out += compact({count})")
        self._each(plan, name, count)

    def _flat(self, type_id: int) -> bool:
        """Whether the type is fixed-width and small, so that its code may be repeated."""
        layout = self.writer.layouts.of(type_id)
        return layout.fixed and layout.weight * UNROLL <= INLINE_WEIGHT

    def _each(self, plan: p.Items, name: str, count: str) -> None:
        item = self.writer.planner.plan(plan.type)
        code = struct_code(item) if isinstance(item, p.Int) else None
        if code is not None:
            self.line(f"if not INTEGERS.issuperset(map(type, {name})):")
            self.line(f"    {name} = [integer(x) for x in {name}]")
            self.line(f"out += pack(f'<{{{count}}}{code}', *{name})")
            return
        one = self.fresh("i")
        with self.block(f"for {one} in {name}:"):
            body = _WriteBody(self.writer, self)
            body.depth = self.depth
            body.value(plan.type, one)
            body.flush()
            self.embed(body)
            if not body.lines:
                self.line("pass")
