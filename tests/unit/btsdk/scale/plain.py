"""The plain decoder: it walks over a type's plan and reads value by value, without generated code.

It judges the generated read functions: values, the offsets behind them, and errors. It is slow, and
it checks nothing ahead: it fails at the first byte that is wrong or missing.
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError
from btsdk.scale import Registry, Some
from btsdk.scale import plan as p
from btsdk.scale.bits import read_bits
from btsdk.scale.decode_errors import DEPTH_MAX, char
from btsdk.scale.era import read_era
from btsdk.scale.primitives import compact_read
from btsdk.scale.source import LENGTH_MAX, UNITS_MAX

SHORT = "the input ends inside a value"


class Plain:
    """Reads the values in `data`, from `offset` on."""

    def __init__(self, registry: Registry, data: bytes, offset: int = 0) -> None:
        self._registry = registry
        self._data = data
        self.offset = offset
        self._depth = 0

    def value(self, type_id: int) -> Any:
        plan = self._registry.plan(type_id)
        self._depth += 1
        if self._depth > 4 * DEPTH_MAX:
            raise DecodeError("values are nested too deeply")
        try:
            return getattr(self, f"_{type(plan).__name__}")(plan)
        finally:
            self._depth -= 1

    def _take(self, count: int) -> bytes:
        end = self.offset + count
        if end > len(self._data):
            raise DecodeError(SHORT, offset=len(self._data))
        taken = self._data[self.offset : end]
        self.offset = end
        return taken

    def _number(self, limit: int) -> int:
        number, self.offset = compact_read(self._data, self.offset, limit)
        return number

    def _Int(self, plan: p.Int) -> int:
        return int.from_bytes(self._take(plan.size), "little", signed=plan.signed)

    def _Bool(self, plan: p.Bool) -> bool:
        (byte,) = self._take(1)
        if byte > 1:
            raise DecodeError(f"{byte} is not the index of any bool")
        return byte == 1

    def _Char(self, plan: p.Char) -> str:
        return char(int.from_bytes(self._take(4), "little"))

    def _Text(self, plan: p.Text) -> str:
        try:
            return self._take(self._number(LENGTH_MAX)).decode()
        except UnicodeDecodeError:
            raise DecodeError("a string is not valid UTF-8") from None

    def _Bytes(self, plan: p.Bytes) -> bytes:
        return self._take(self._number(LENGTH_MAX) if plan.size is None else plan.size)

    def _CompactInt(self, plan: p.CompactInt) -> Any:
        return () if plan.most is None else self._number(plan.most)

    def _Bits(self, plan: p.Bits) -> Any:
        bits, self.offset = read_bits(self._data, self.offset, plan.store, plan.highest_first)
        return bits

    def _EraByte(self, plan: p.EraByte) -> Any:
        if len(self._data) < self.offset + 1 + (self._data[self.offset : self.offset + 1] != b"\0"):
            raise DecodeError(SHORT, offset=len(self._data))
        era, self.offset = read_era(self._data, self.offset)
        return era

    def _Row(self, plan: p.Row) -> Any:
        return tuple([self.value(type_id) for type_id in plan.types])

    def _Record(self, plan: p.Record) -> Any:
        pairs = zip(plan.names, plan.types, strict=True)
        return {name: self.value(type_id) for name, type_id in pairs}

    def _Items(self, plan: p.Items) -> Any:
        count = self._number(LENGTH_MAX) if plan.size is None else plan.size
        start, items = self.offset, []
        for _ in range(count):
            items.append(self.value(plan.type))
            if self.offset == start and len(items) > UNITS_MAX:
                raise DecodeError(f"{count} values without bytes are not plausible", offset=start)
        return items if plan.size is None else tuple(items)

    def _Option(self, plan: p.Option) -> Any:
        (tag,) = self._take(1)
        if tag > 1:
            raise DecodeError("an option starts with neither 0 nor 1", offset=self.offset - 1)
        if tag == 0:
            return None
        content = self.value(plan.type)
        return Some(content) if plan.nested else content

    def _Enum(self, plan: p.Enum) -> Any:
        (index,) = self._take(1)
        case = next((case for case in plan.cases if case.index == index), None)
        if case is None:
            raise DecodeError(f"{index} is not the index of any case")
        if case.bare:
            return case.name
        if isinstance(case.payload, p.Row) and len(case.payload.types) == 1:
            return (case.name, self.value(case.payload.types[0]))
        return (
            case.name,
            self._Record(case.payload)
            if isinstance(case.payload, p.Record)
            else self._Row(case.payload),
        )


def outcome(read: Any) -> Any:
    """The value and the offset behind it; for a refusal the error."""
    try:
        return read()
    except DecodeError as error:
        return error


def check_same(registry: Registry, type_id: int, data: bytes, offset: int = 0) -> Any:
    """Check that the codec reads as the plain decoder does; returns the outcome of both.

    Both refuse the same input. Where they name the same fault, they name the same place of it. The
    codec may name a later fault first, because it unpacks neighbours together and checks lengths
    ahead: both are faults of the input.
    """

    def plainly() -> Any:
        plain = Plain(registry, data, offset)
        return plain.value(type_id), plain.offset

    expected = outcome(plainly)
    found = outcome(lambda: registry.codec(type_id).read(data, offset))
    if not isinstance(expected, DecodeError):
        assert not isinstance(found, DecodeError), found
        assert repr(found) == repr(expected)  # `repr` tells True from 1
        return found
    assert type(found) is DecodeError, found
    if found.offset is not None:
        assert offset <= found.offset <= len(data)
    if _fault(found) == _fault(expected) and SHORT not in str(found):
        assert str(found) == str(expected) or expected.offset is None
    return found


def _fault(error: DecodeError) -> str:
    return str(error).split(" (at byte")[0]
