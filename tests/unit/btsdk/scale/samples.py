"""A hand-written registry with one type of every kind, by name."""

from __future__ import annotations

from btsdk.scale import Codec, Registry
from btsdk.scale.types import (
    PRIMITIVES,
    Array,
    BitSequence,
    Case,
    Compact,
    Composite,
    Definition,
    Field,
    Primitive,
    Sequence,
    Tuple,
    Type,
    Variant,
)


class Sample:
    """Types by name; `codec(name)` gives the codec of one."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._types: list[Type] = []
        for name in PRIMITIVES:
            self.add(name, Primitive(name))
        self._registry: Registry | None = None

    def add(self, name: str, definition: Definition, path: str = "") -> None:
        self._ids[name] = len(self._types)
        segments = tuple(path.split("::")) if path else ()
        self._types.append(Type(self._ids[name], segments, (), definition))

    def id(self, name: str) -> int:
        return self._ids[name]

    def fields(self, **named: str) -> tuple[Field, ...]:
        return tuple(Field(name, self.id(kind)) for name, kind in named.items())

    def unnamed(self, *kinds: str) -> tuple[Field, ...]:
        return tuple(Field(None, self.id(kind)) for kind in kinds)

    def option(self, content: str) -> None:
        cases = (Case("None", (), 0), Case("Some", self.unnamed(content), 1))
        self.add(f"option {content}", Variant(cases), "Option")

    def registry(self) -> Registry:
        if self._registry is None:
            self._registry = Registry(self._types)
        return self._registry

    def codec(self, name: str, target: object = None) -> Codec:
        return self.registry().codec(self.id(name), target)


def _plain(s: Sample) -> None:
    s.add("unit", Tuple(()))
    s.add("bytes", Sequence(s.id("u8")))
    s.add("hash", Array(32, s.id("u8")))
    s.add("AccountId32", Composite(s.unnamed("hash")), "sp_core::crypto::AccountId32")
    s.add("vec u16", Sequence(s.id("u16")))
    s.add("pair", Tuple((s.id("u16"), s.id("u16"))))
    s.add("vec pair", Sequence(s.id("pair")))
    s.add("vec hash", Sequence(s.id("hash")))
    s.add("vec str", Sequence(s.id("str")))
    s.add("vec unit", Sequence(s.id("unit")))
    s.add("vec bool", Sequence(s.id("bool")))
    s.add("three u64", Array(3, s.id("u64")))
    s.add("many u32", Array(40, s.id("u32")))
    s.add("two str", Array(2, s.id("str")))
    s.add("map", Composite(s.unnamed("vec pair")), "BTreeMap")
    for width in ("u8", "u16", "u32", "u64", "u128", "unit"):
        s.add(f"compact {width}", Compact(s.id(width)))
    for content in ("u32", "unit"):
        s.option(content)
    s.option("option u32")


def _special(s: Sample) -> None:
    s.add("four u64", Array(4, s.id("u64")))
    s.add("U256", Composite(s.unnamed("four u64")), "primitive_types::U256")
    s.add("FixedU128", Composite(s.fields(bits="u128")), "substrate_fixed::FixedU128")
    for order in ("Lsb0", "Msb0"):
        s.add(order, Composite(()), f"bitvec::order::{order}")
        for store in ("u8", "u16", "u32", "u64"):
            s.add(f"bits {store} {order}", BitSequence(s.id(store), s.id(order)))
    mortal = (Case(f"Mortal{index}", s.unnamed("u8"), index) for index in range(1, 256))
    s.add("Era", Variant((Case("Immortal", (), 0), *mortal)), "sp_runtime::generic::era::Era")


def _structs(s: Sample) -> None:
    s.add("Data", Composite(s.fields(free="u64", reserved="u64", flags="u128")))
    s.add("Info", Composite(s.fields(nonce="u32", name="str", data="Data", tip="compact u64")))
    s.add("Colour", Variant((Case("Red", (), 0), Case("Green", (), 7))), "Colour")
    s.add(
        "Shape",
        Variant(
            (
                Case("Empty", (), 0),
                Case("Circle", s.unnamed("u32"), 1),
                Case("Line", s.unnamed("u16", "u16"), 4),
                Case("Label", s.fields(text="str", colour="Colour"), 9),
            )
        ),
        "Shape",
    )
    s.add("vec Colour", Sequence(s.id("Colour")))
    s.add("vec Shape", Sequence(s.id("Shape")))
    s.add("empty", Composite(()))
    s.add("void", Variant(()))


def _recursive(s: Sample) -> None:
    """A tree whose nodes hold any number of trees, and a chain of one link after another."""
    tree = len(s._types)
    s.add("Tree", Variant((Case("Leaf", (), 0), Case("Node", (Field(None, tree + 1),), 1))), "Tree")
    s.add("vec Tree", Sequence(tree))
    chain = len(s._types)
    s.add("Chain", Composite((Field("value", s.id("u8")), Field("next", chain + 1))), "Chain")
    s.option("Chain")


def sample() -> Sample:
    """A fresh registry: tests that compile do not see what others compiled."""
    s = Sample()
    _plain(s)
    _special(s)
    _structs(s)
    _recursive(s)
    return s
