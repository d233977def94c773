"""Random arguments for every call, as our typed calls take them and as `scalecodec` does."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

from btsdk import calls
from btsdk.units import Alpha, Tao
from chain_spec.codegen.annotations import is_newtype
from chain_spec.types.expression import (
    Alias,
    ArrayOf,
    Collection,
    CompactOf,
    Enum,
    FieldOf,
    Fixed,
    OptionOf,
    Outer,
    Primitive,
    SequenceOf,
    Struct,
    TupleOf,
    Type,
)
from chain_spec.types.substrate import AccountId32, MultiAddress
from chain_spec.types.units import AlphaBalance, TaoBalance


class Sample(NamedTuple):
    """One value in two forms."""

    ours: Any
    theirs: Any


class Sampler:
    """Draws samples of types."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def draw(self, expression: Type[Any]) -> Sample:
        target = expression.resolve()
        if isinstance(target, CompactOf):
            return self.draw(target.inner)
        if target in (AccountId32, MultiAddress):
            account = self.random.randbytes(32)
            return Sample(account, f"0x{account.hex()}")
        if money := _money(expression):
            rao = self.random.getrandbits(self.random.choice((6, 14, 30, 63)))
            unit = Tao(rao=rao) if money is TaoBalance else Alpha(rao=rao, netuid=1)
            return Sample(unit, rao)
        return self._plain(target)

    def _plain(self, target: Type[Any]) -> Sample:
        if isinstance(target, Primitive):
            return self._primitive(target.name)
        if isinstance(target, (SequenceOf, ArrayOf)):
            return self._items(target)
        if isinstance(target, Collection):
            content = self._plain(target.sequence)
            # To `scalecodec` a bounded vector is a struct of one unnamed field: a list of one.
            bounded = target.kind.endswith("BoundedVec")
            return Sample(content.ours, [content.theirs] if bounded else content.theirs)
        if isinstance(target, OptionOf):
            # `scalecodec` cannot encode a call inside an option.
            full = self.random.random() < 0.5 and not isinstance(target.inner.resolve(), Outer)
            return self.draw(target.inner) if full else Sample(None, None)
        if isinstance(target, TupleOf):
            drawn = [self.draw(item) for item in target.items]
            return Sample(tuple(s.ours for s in drawn), tuple(s.theirs for s in drawn))
        if isinstance(target, Fixed):
            bits = self.random.getrandbits(target.width - 1)
            return Sample(bits, {"bits": bits})
        if isinstance(target, Outer):
            return self._remark()
        return self._named(target)

    def _named(self, target: Type[Any]) -> Sample:
        if isinstance(target, Struct):
            if target.path[-1] == "U256":
                number = self.random.getrandbits(256)
                return Sample(number, number)
            if is_newtype(target):
                return self.draw(target.fields[0].type)
            return self._record(target.fields)
        assert isinstance(target, Enum)
        case = self.random.choice(target.variants)
        if not case.fields:
            return Sample(case.name, case.name)
        if len(case.fields) == 1 and case.fields[0].name is None:
            content = self.draw(case.fields[0].type)
        elif case.fields[0].name is None:
            content = self._plain(TupleOf(tuple(field.type for field in case.fields)))
        else:
            content = self._record(case.fields)
        return Sample((case.name, content.ours), {case.name: content.theirs})

    def _record(self, fields: tuple[FieldOf, ...]) -> Sample:
        drawn = {str(field.name): self.draw(field.type) for field in fields}
        ours = {name: _bare(sample.ours) for name, sample in drawn.items()}
        return Sample(ours, {name: sample.theirs for name, sample in drawn.items()})

    def _primitive(self, name: str) -> Sample:
        if name == "bool":
            value: Any = self.random.random() < 0.5
        elif name == "str":
            value = "τ and α"
        else:
            value = self.random.getrandbits(int(name[1:]) - (name[0] == "i"))
        return Sample(value, value)

    def _items(self, target: SequenceOf[Any] | ArrayOf[Any]) -> Sample:
        size = target.length if isinstance(target, ArrayOf) else self.random.randrange(1, 4)
        if target.is_bytes:
            data = self.random.randbytes(size)
            return Sample(data, f"0x{data.hex()}")
        drawn = [self.draw(target.item) for _ in range(size)]
        return Sample([s.ours for s in drawn], [s.theirs for s in drawn])

    def _remark(self) -> Sample:
        data = self.random.randbytes(5)
        theirs = {
            "call_module": "System",
            "call_function": "remark",
            "call_args": {"remark": f"0x{data.hex()}"},
        }
        return Sample(calls.system.Remark(remark=data), theirs)


def _money(expression: Type[Any]) -> Type[Any] | None:
    while isinstance(expression, Alias):
        if expression in (TaoBalance, AlphaBalance):
            return expression
        expression = expression.target
    return None


def _bare(value: Any) -> Any:
    """Structs inside calls are plain values of the codec: money in them is rao."""
    return getattr(value, "rao", value)
