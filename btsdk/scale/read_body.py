"""The bodies of read functions: statements, and for each value the expression that holds it.

Neighbouring fixed-width values are unpacked by one `struct.Struct`; sequences of them in one go.
Memory for a length prefix is allocated only after checking that the input is long enough. Types
that are small are read inline, all others by a call of their own function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from btsdk.scale import plan as p
from btsdk.scale.decode_errors import DEPTH_MAX, Names
from btsdk.scale.layout import UNROLL
from btsdk.scale.source import (
    INLINE_DEPTH,
    INLINE_WEIGHT,
    LENGTH_MAX,
    UNITS_MAX,
    Body,
    struct_code,
)
from btsdk.scale.targets import Target, untargeted

if TYPE_CHECKING:
    from btsdk.scale.reader import Reader


class ReadBody(Body):
    """The body of one read function."""

    def __init__(self, reader: Reader, cycle: int | None, parent: ReadBody | None = None) -> None:
        super().__init__(reader.linker, parent)
        self.reader = reader
        self.cycle = cycle
        self._writers: dict[type, Callable[[int, Any, Target], str]] = {
            p.Int: self._int,
            p.Bool: lambda type_id, plan, target: f"truth[{self.leaf('B', self.fresh())}]",
            p.Char: lambda type_id, plan, target: f"char({self.leaf('I', self.fresh())})",
            p.Text: self._text,
            p.Bytes: self._bytes,
            p.CompactInt: self._compact,
            p.Bits: self._bits,
            p.EraByte: lambda type_id, plan, target: self._call("era(data, o)"),
            p.Row: lambda type_id, plan, target: self.payload(plan, target),
            p.Record: lambda type_id, plan, target: self.payload(plan, target),
            p.Items: self._items,
            p.Option: self._option,
            p.Enum: self._enum,
        }

    def source(self, name: str) -> str:
        head = f"def {name}(data, o{'' if self.cycle is None else ', d=0'}):"
        if any(" L" in line for line in self.lines):
            head += "\n    L = len(data)"
        if self.cycle is not None:
            head += f"\n    if d > {DEPTH_MAX}: too_deep(o)"
        return self.text(head)

    def flush(self) -> None:
        if not self.run:
            return
        shape, codes, names = self.take_run()
        if codes == "<B":
            self.line(f"{names[0]} = data[o]")
        else:
            unpack = self.linker.constant("unpack", shape.unpack_from, codes)
            self.line(f"{', '.join(names)}, = {unpack}(data, o)")
        self.line(f"o += {shape.size}")

    def value(self, type_id: int, target: Target) -> str:
        """Read a type here: inline if it is small, otherwise by a call."""
        type_id = self.reader.planner.inner(type_id)
        plan = self.reader.planner.plan(type_id)
        if isinstance(plan, p.Enum):
            return self.whole(type_id, target)
        cycle = self.reader.cycles.of(type_id)
        heavy = self.reader.layouts.of(type_id).weight > INLINE_WEIGHT
        if cycle is None and not heavy and self.depth < INLINE_DEPTH:
            self.depth += 1
            expression = self.whole(type_id, target)
            self.depth -= 1
            return expression
        return self._call(f"{self.reader.name(type_id, target)}(data, o{self._deeper(cycle)})")

    def whole(self, type_id: int, target: Target) -> str:
        """Read a type inline, whatever its size."""
        plan = self.reader.planner.plan(type_id)
        write = self._writers[type(plan)]
        if isinstance(plan, p.Option):
            return write(type_id, plan, target)
        target = target.content()
        return target.wrapped(self.linker, write(type_id, plan, target))

    def case(self, case: p.Choice, target: Target) -> str:
        """The payload of an enum's case, as the value of that case."""
        payload = case.payload
        inner = target.case(case.name)
        if inner is None:
            if isinstance(payload, p.Row) and len(payload.types) == 1:
                content = self.value(payload.types[0], untargeted())
            else:
                content = self.payload(payload, untargeted())
            return f"({case.name!r}, {content})"
        if isinstance(payload, p.Row) and len(payload.types) == 1:
            plan = self.reader.planner.plan(payload.types[0])
            if not isinstance(plan, (p.Record, p.Row)):
                return inner.positional(self.linker, [self.value(payload.types[0], inner.only())])
            payload = plan
        return self.payload(payload, inner)

    def payload(self, payload: p.Row | p.Record, target: Target) -> str:
        names = payload.names if isinstance(payload, p.Record) else None
        parts = target.parts(names, len(payload.types))
        values = [
            self.value(type_id, part) for type_id, part in zip(payload.types, parts, strict=True)
        ]
        return target.built(self.linker, names, values)

    def _deeper(self, cycle: int | None) -> str:
        return ", d + 1" if cycle is not None and cycle == self.cycle else ""

    def _call(self, call: str) -> str:
        self.flush()
        name = self.fresh()
        self.line(f"{name}, o = {call}")
        return name

    def _int(self, type_id: int, plan: p.Int, target: Target) -> str:
        code = struct_code(plan)
        if code is not None:
            return self.leaf(code, self.fresh())
        if plan.size == 16 and not plan.signed:
            low, high = self.leaf("Q", self.fresh()), self.leaf("Q", self.fresh())
            return f"({low} | {high} << 64 if {high} else {low})"
        raw = self.leaf(f"{plan.size}s", self.fresh())
        return f"integer({raw}, 'little'{', signed=True' if plan.signed else ''})"

    def _length(self, limit: int) -> str:
        """A compact integer at this place; forms of one and two bytes are read without a call."""
        self.flush()
        name = self.fresh("n")
        self.line(f"{name} = data[o]")
        with self.block(f"if not {name} & 3:"):
            self.line(f"{name} >>= 2")
            self.line("o += 1")
        if limit >= 1 << 14:
            # With a second byte of 0 it would not be the shortest form.
            with self.block(f"elif {name} & 3 == 1 and data[o + 1]:"):
                self.line(f"{name} = data[o + 1] << 6 | {name} >> 2")
                self.line("o += 2")
        self.line(f"else: {name}, o = compact(data, o, {limit})")
        return name

    def _compact(self, type_id: int, plan: p.CompactInt, target: Target) -> str:
        return "()" if plan.most is None else self._length(plan.most)

    def _slice(self, length: str, method: str = "") -> str:
        """The next bytes, after checking that the input has them."""
        end, name = self.fresh("e"), self.fresh()
        self.line(f"{end} = o + {length}")
        self.line(f"if {end} > L: short(o)")
        self.line(f"{name} = data[o:{end}]{method}")
        self.line(f"o = {end}")
        return name

    def _text(self, type_id: int, plan: p.Text, target: Target) -> str:
        return self._slice(self._length(LENGTH_MAX), ".decode()")

    def _bytes(self, type_id: int, plan: p.Bytes, target: Target) -> str:
        if plan.size is None:
            return self._slice(self._length(LENGTH_MAX))
        if plan.size == 0:
            return "b''"  # a struct of no bytes cannot be repeated
        if plan.size < 1 << 16:
            return self.leaf(f"{plan.size}s", self.fresh())
        self.flush()
        return self._slice(str(plan.size))

    def _bits(self, type_id: int, plan: p.Bits, target: Target) -> str:
        return self._call(f"bits(data, o, {plan.store}, {plan.highest_first})")

    def _enum(self, type_id: int, plan: p.Enum, target: Target) -> str:
        if plan.plain:
            names = self.reader.names(type_id, plan, target)
            return f"{names}[{self.leaf('B', self.fresh())}]"
        cycle = self.reader.cycles.of(type_id)
        if cycle is None and self.reader.layouts.is_small(plan) and self.depth < INLINE_DEPTH:
            return self._inline_cases(type_id, plan, target)
        table = self.reader.cases(type_id, plan, target)
        deeper = self._deeper(cycle)
        return self._call(f"{table}[data[o]](data, o + 1{deeper})")

    def _inline_cases(self, type_id: int, plan: p.Enum, target: Target) -> str:
        """The cases of a small enum as branches; the table of its bare ones has the error."""
        bare = {case.index: target.bare(case.name) for case in plan.cases if case.bare}
        names = Names(self.reader.label(type_id), bare)
        table = self.linker.constant("bare", names, (type_id, target))
        self.flush()
        tag, name = self.fresh("t"), self.fresh()
        self.line(f"{tag} = data[o]")
        self.line("o += 1")
        self.depth += 1
        word = "if"
        for case in plan.cases:
            if not case.bare:
                with self.block(f"{word} {tag} == {case.index}:"):
                    content = self.case(case, target)
                    self.flush()
                    self.line(f"{name} = {content}")
                word = "elif"
        self.depth -= 1
        self.line(f"else: {name} = {table}[{tag}]")
        return name

    def _option(self, type_id: int, plan: p.Option, target: Target) -> str:
        self.flush()
        tag, name = self.fresh("t"), self.fresh()
        self.line(f"{tag} = data[o]")
        self.line("o += 1")
        self.line(f"if {tag} == 0: {name} = None")
        with self.block(f"elif {tag} == 1:"):
            content = self.value(plan.type, target.content())
            self.flush()
            self.line(f"{name} = Some({content})" if plan.nested else f"{name} = {content}")
        self.line("else: bad_option(o - 1)")
        return name

    def _items(self, type_id: int, plan: p.Items, target: Target) -> str:
        if plan.size is None and target.item() is untargeted():
            inner = self.reader.planner.plan(plan.type)
            if isinstance(inner, p.CompactInt) and inner.most is not None:
                return self._compacts(plan, inner.most, target)
        item = self._apart()
        expression = item.value(plan.type, target.item())
        if plan.size is not None and plan.size <= UNROLL and not item.lines and item.run:
            parts = [self.value(plan.type, target.item()) for _ in range(plan.size)]
            return target.sequence(f"({''.join(part + ', ' for part in parts)})", "tuple", "tuple")
        self.flush()
        count = str(plan.size) if plan.size is not None else self._length(LENGTH_MAX)
        if item.lines or not item.run:
            item.flush()
            return self._loop(count, plan, item, expression, target)
        return self._block_of(count, plan, item, expression, target)

    def _compacts(self, plan: p.Items, most: int, target: Target) -> str:
        count = self._length(LENGTH_MAX)
        self._check_room(count, plan)
        name = self._call(f"compacts(data, o, {count}, {most})")
        return target.sequence(name, "list", "list")

    def _apart(self) -> ReadBody:
        """A separate body for one item, which is inspected before it is inserted."""
        body = ReadBody(self.reader, self.cycle, self)
        body.depth = self.depth
        return body

    def _check_room(self, count: str, plan: p.Items) -> None:
        """Check that the rest of the input can hold so many items."""
        least = self.reader.layouts.of(plan.type).least
        if least == 0:
            self.line(f"if {count} > {UNITS_MAX}: too_many({count}, o)")
        else:
            room = f"{count} * {least}" if least > 1 else count
            self.line(f"if {room} > L - o: short(o)")

    def _loop(
        self, count: str, plan: p.Items, item: ReadBody, expression: str, target: Target
    ) -> str:
        name = self.fresh("x")
        whole = target.sequence(name, "list", "list" if plan.size is None else "tuple")
        self.line(f"{name} = []")
        with self.block(f"if {count}:"):  # many sequences are empty
            self._check_room(count, plan)
            with self.block(f"for {self.fresh('i')} in range({count}):"):
                self.embed(item)
                self.line(f"{name}.append({expression})")
        return whole

    def _block_of(
        self, count: str, plan: p.Items, item: ReadBody, expression: str, target: Target
    ) -> str:
        """Adjacent items of one fixed width, read at once."""
        shape, codes, names = item.take_run()
        name, end = self.fresh("x"), self.fresh("e")
        if names == [expression] and codes[-1] != "s":
            made, read = "tuple", f"unpack_from(f'<{{{count}}}{codes[1:]}', data, o)"
        elif names == [expression]:
            made, read = "list", f"slices(data, o, {end}, {shape.size})"
        else:
            rows = self.linker.constant("rows", shape.iter_unpack, codes)
            made, read = "list", f"list({rows}(data[o:{end}]))"
            if expression != f"({', '.join(names)})":
                read = f"[{expression} for {', '.join(names)}, in {rows}(data[o:{end}])]"
        self.line(f"{name} = {'()' if made == 'tuple' else '[]'}")
        with self.block(f"if {count}:"):  # many sequences are empty
            self._check_room(count, plan)
            self.line(f"{end} = o + {count} * {shape.size}")
            self.line(f"{name} = {read}")
            self.line(f"o = {end}")
        return target.sequence(name, made, "list" if plan.size is None else "tuple")
