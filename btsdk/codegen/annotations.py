"""Annotations: the Python types of arguments and of decoded values, from a chain's metadata.

They follow `btsdk.descriptors.inputs` and `outputs`. In the module of values, structs are
`TypedDict`s and enums without content are literals.
"""

from __future__ import annotations

import json
import keyword
from typing import TYPE_CHECKING, Any

from btsdk.codegen.layout import declaration
from btsdk.codegen.names import checked, class_name
from btsdk.descriptors.outputs import money_of
from btsdk.scale import plan as p
from btsdk.scale.types import Composite, Primitive
from btsdk.units import Tao

if TYPE_CHECKING:
    from collections.abc import Callable

    from btsdk.metadata import Metadata
    from btsdk.scale.types import Field

VALUES = ("..", "values as v")
"""The module of values, as the modules of a written package import it."""
_PAIR = "VariantValue"


class Annotations:
    """The annotations of one generated module; `imports` are the names that it needs, by module.

    Value types are named through their module, because items often have the same names; in that
    module itself (`inside`) they need no prefix.
    """

    def __init__(self, metadata: Metadata, values: Values, *, inside: bool = False) -> None:
        self._metadata = metadata
        self._registry = metadata.registry
        self._values = values
        self._inside = inside
        self.imports: set[tuple[str, str]] = set()

    def decoded(self, type_id: int) -> str:
        """The type of a value that was read from the chain."""
        return self._compose(type_id, self.decoded)

    def argument(self, type_id: int, type_name: str | None = None) -> str:
        """The type of an argument of a call, a storage key or a runtime API. Money is `Tao` and
        `Alpha` where the chain calls it so and counts it in 64 bits."""
        declared = self._registry.type(type_id)
        if declared.path[-1:] in (("AccountId32",), ("MultiAddress",)):
            return self._input("Account")
        if type_id == self._metadata.outer_call:
            return self._imported("btsdk.descriptors.calls", "TypedCall")
        if self._registry.plan(type_id) == p.Bytes(None):
            return self._input("Text")
        if (money := money_of(type_name)) and self._is_amount(type_id):
            return self._optional(type_id, self._imported("btsdk.units", money.__name__))
        match declared.definition:
            case Composite(fields=(only,)) if only.name is None:
                return self.argument(only.type)
        return self._compose(type_id, self.argument)

    def readable(self, field: Field, *, alpha: bool) -> str:
        """The type of an event's field; `alpha` says whether the event names the subnet of an
        alpha amount, without which it is a number."""
        money = money_of(field.type_name)
        if money is not None:
            known = money is Tao or alpha
            name = self._imported("btsdk.units", money.__name__) if known else "int"
            return self._optional(field.type, name)
        return self._readable(field.type)

    def _readable(self, type_id: int) -> str:
        declared = self._registry.type(type_id)
        if declared.path[-1:] == ("AccountId32",):
            return "str"
        if declared.path[-1:] == ("MultiAddress",):
            return self._any()
        if type_id == self._metadata.outer_call:
            return self._imported("btsdk.metadata", "Call")
        match declared.definition:
            case Composite(fields=(only,)) if only.name is None:
                return self._readable(only.type)
        return self._compose(type_id, self._readable)

    def _is_amount(self, type_id: int) -> bool:
        match self._registry.plan(type_id):
            case p.Option(type=inner):
                return self._is_amount(inner)
            case p.CompactInt(most=most):
                return most == (1 << 64) - 1
            case p.Int(size=size, signed=signed):
                return size == 8 and not signed
        return False

    def _optional(self, type_id: int, name: str) -> str:
        optional = isinstance(self._registry.plan(type_id), p.Option)
        return f"{name} | None" if optional else name

    def _compose(self, type_id: int, inner: Callable[[int], str]) -> str:
        match self._registry.plan(type_id):
            case p.Int() | p.CompactInt(most=int()):
                return "int"
            case p.Bool():
                return "bool"
            case p.Char() | p.Text():
                return "str"
            case p.Bytes():
                return self._account(type_id) or "bytes"
            case p.Bits():
                return "tuple[bool, ...]"
            case p.Items(type=item, size=None):
                return f"list[{inner(item)}]"
            case p.Items(type=item):
                return f"tuple[{inner(item)}, ...]"
            case p.Row(types=types):
                return f"tuple[{', '.join(map(inner, types)) or '()'}]"
            case p.CompactInt():
                return "tuple[()]"
            case p.Option(nested=True):
                return f"{self._imported('btsdk.scale', 'Some')} | None"
            case p.Option(type=content):
                return f"{inner(content)} | None"
            case p.Record() | p.Enum(plain=True, cases=[_, *_]):
                return self._value(self._values.name_of(self._named(type_id)))
        return self._value(_PAIR)

    def _account(self, type_id: int) -> str | None:
        """The name of an account's 32 bytes, which may stand in newtypes."""
        declared = self._registry.type(type_id)
        if declared.path[-1:] == ("AccountId32",):
            return self._value("AccountId")
        match declared.definition:
            case Composite(fields=(only,)) if only.name is None:
                return self._account(only.type)
        return None

    def _named(self, type_id: int) -> int:
        """The struct or enum inside newtypes."""
        match self._registry.type(type_id).definition:
            case Composite(fields=(only,)) if only.name is None:
                return self._named(only.type)
        return type_id

    def _any(self) -> str:
        self.imports.add(("typing", "Any"))
        return "Any"

    def _value(self, name: str) -> str:
        if not self._inside:
            self.imports.add(VALUES)
        return name if self._inside else f"v.{name}"

    def _input(self, name: str) -> str:
        self.imports.add(("btsdk.descriptors", "inputs as i"))
        return f"i.{name}"

    def _imported(self, module: str, name: str) -> str:
        self.imports.add((module, name))
        return name


class Values:
    """The module of values: the names of structs and enums in it, and its text."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._registry = metadata.registry
        self._names: dict[tuple[tuple[str, ...], bytes], str] = {}
        self._texts: dict[str, str] = {"AccountId": "", _PAIR: ""}
        self.imports: set[tuple[str, str]] = set()

    def name_of(self, type_id: int) -> str:
        """The name of a struct or enum, which is defined on first use."""
        key = (self._registry.type(type_id).path, self._metadata.shape_hash(type_id))
        if key not in self._names:
            self._names[key] = name = self._free_name(type_id)
            self._texts[name] = ""  # its place is before what it contains
            self._texts[name] = self._define(name, type_id)
        return self._names[key]

    def definitions(self) -> str:
        """All definitions, in the order of their names."""
        return "\n\n".join(text for _, text in sorted(self._texts.items()) if text)

    def _free_name(self, type_id: int) -> str:
        declared = self._registry.type(type_id)
        path = [class_name(part) for part in declared.path if part.isidentifier()] or ["Value"]
        name = f"{path[-1]}_" if keyword.iskeyword(path[-1]) else path[-1]
        params = [self._parameter(part.type) for part in declared.params if part.type is not None]
        longer = [f"{name}Of{part}" for part in params if part]
        longer += [part + name for part in reversed(path[:-1])]
        longer += [f"{name}{number}" for number in range(2, 2 + len(self._texts))]
        return next(one for one in (name, *longer) if one not in self._texts)

    def _parameter(self, type_id: int) -> str:
        declared = self._registry.type(type_id)
        if isinstance(declared.definition, Primitive):
            return class_name(declared.definition.name)
        name = declared.path[-1] if declared.path else ""
        return class_name(name) if name.isidentifier() else ""

    def _define(self, name: str, type_id: int) -> str:
        plan: Any = self._registry.plan(type_id)
        if isinstance(plan, p.Enum):
            cases = ", ".join(f'"{checked(case.name)}"' for case in plan.cases)
            return declaration(f"{name}: TypeAlias = Literal[{cases}]") + "\n"
        own = Annotations(self._metadata, self, inside=True)
        pairs = zip(plan.names, plan.types, strict=True)
        fields = [(field, own.decoded(inner)) for field, inner in pairs]
        self.imports |= own.imports
        if any(keyword.iskeyword(field) or not field.isidentifier() for field, _ in fields):
            inside = "".join(f'        {json.dumps(field)}: "{kind}",\n' for field, kind in fields)
            return f'{name} = TypedDict(\n    "{name}",\n    {{\n{inside}    }},\n)\n'
        lines = [declaration(f"{field}: {kind}", "    ") for field, kind in fields]
        return "\n".join((f"class {name}(TypedDict):", *(lines or ["    pass"]))) + "\n"
