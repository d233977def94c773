"""Fields of events and arguments of calls as people read them: the counterpart of `inputs`.

    AccountId32, MultiAddress   an ss58 address
    money                       `Tao`, or `Alpha` where a field beside it says of which subnet
    RuntimeCall                 a `Call` with its own arguments in these forms

Money is what the chain's metadata names as money (`TaoBalance`, `T::Balance`, `AlphaBalance` …);
alpha of an unknown subnet stays an integer of rao. Everything else has the codec's shapes. A
converter is compiled once for each type of a registry.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

from btsdk import forks
from btsdk.descriptors.compatibility import event_shape
from btsdk.descriptors.labels import LABELS
from btsdk.keys import ss58
from btsdk.metadata.model import Call, as_call
from btsdk.scale.types import Array, Composite, Sequence, Tuple, Variant
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.metadata import EventRecord, Metadata
    from btsdk.scale import Registry
    from btsdk.scale.types import Case, Field

Converter: TypeAlias = "Callable[[Any], Any]"
Fields: TypeAlias = "Callable[[Any], dict[str, Any]]"
"""The converter of a case's content to its fields by name."""

_TAO = re.compile(r"\b(TaoBalance|TaoCurrency|BalanceOf<T>|Balance)(?!\w)")
_ALPHA = re.compile(r"\b(AlphaBalance|AlphaCurrency)\b")
_ONE_AMOUNT = re.compile(r"(?:Option<)?(?:Compact<)?[^,()\[\]]*")
_NETUIDS = ("netuid", "origin_netuid")
"""The fields that name the subnet of an alpha amount beside them, in this order."""


def event_fields(metadata: Metadata, record: EventRecord) -> dict[str, Any]:
    """The fields of an event by name; `field_0` … where neither the chain nor the release has
    names."""
    return event_reader(metadata)(record)


def event_reader(metadata: Metadata) -> Callable[[EventRecord], dict[str, Any]]:
    """`event_fields` for many events of one metadata."""
    table = _table(metadata)
    known = table.events

    def read(record: EventRecord) -> dict[str, Any]:
        _, pallet, name, fields, _ = record
        convert = known.get((pallet, name)) or table.event(metadata, pallet, name)
        return convert(fields)

    return read


def labels(metadata: Metadata, pallet: str, case: Case) -> tuple[str, ...]:
    """The names of an event's fields: the chain's own, or for a tuple those of the release if it
    has the event in this shape."""
    shape, known = LABELS.get(f"{pallet}.{case.name}", ("", ()))
    if known and event_shape(metadata, case).hash == shape:
        return known
    return tuple(field.name or f"field_{n}" for n, field in enumerate(case.fields))


def readable_call(metadata: Metadata, call: Call) -> Call:
    """A decoded call with readable arguments; calls inside it are `Call`s, too."""
    table = _table(metadata)
    return Call(call.pallet, call.name, table.call(call.pallet, call.name)(call.args))


def readable(metadata: Metadata, type_id: int, value: Any) -> Any:
    """A decoded value of any type: accounts as addresses, calls as `Call`s."""
    convert = _table(metadata).of(type_id)
    return value if convert is None else convert(value)


def money_of(type_name: str | None) -> type[Tao] | type[Alpha] | None:
    """What kind of money a field of this declared type is, or an optional one."""
    name = type_name or ""
    if _ONE_AMOUNT.fullmatch(name) is None or name.startswith(("Vec<", "BoundedVec<")):
        return None
    if _ALPHA.search(name):
        return Alpha
    return Tao if _TAO.search(name) else None


_by_registry: WeakKeyDictionary[Registry, _Table] = WeakKeyDictionary()


def _table(metadata: Metadata) -> _Table:
    found = _by_registry.get(metadata.registry)
    if found is None:
        found = _by_registry[metadata.registry] = _Table(metadata)
    return found


class _Table:
    """The converters of one registry, by type id and by the names of events and calls. It must not
    hold the registry or the metadata: the table of tables holds them weakly."""

    def __init__(self, metadata: Metadata) -> None:
        self._types = metadata.registry.types
        self._outer_call = metadata.outer_call
        self._known: dict[int, Converter | None] = {}
        self._compiling: set[int] = set()
        self.events: dict[tuple[str, str], Fields] = {}
        self._calls: dict[tuple[str, str], Fields] = {}
        self._lock = forks.rlock()

    def event(self, metadata: Metadata, pallet: str, name: str) -> Fields:
        """The converter of an event's fields to a dict."""
        found = self.events.get((pallet, name))
        if found is None:
            case = metadata.pallet(pallet).events[name]
            found = self._of_fields(case.fields, labels(metadata, pallet, case))
            self.events[pallet, name] = found
        return found

    def call(self, pallet: str, name: str) -> Fields:
        """The converter of a call's arguments."""
        found = self._calls.get((pallet, name))
        if found is None:
            outer: Any = self._types[self._outer_call].definition
            inner = next(case.fields[0].type for case in outer.variants if case.name == pallet)
            calls: Any = self._types[inner].definition
            fields = next(case.fields for case in calls.variants if case.name == name)
            found = self._of_fields(fields, tuple(str(field.name) for field in fields))
            self._calls[pallet, name] = found
        return found

    def _of_fields(self, fields: tuple[Field, ...], names: tuple[str, ...]) -> Fields:
        """The converter of a case's content to a dict by these names."""
        named = _named(fields, names)
        moved: list[tuple[str, Converter]] = []
        alphas: list[str] = []
        for name, field in zip(names, fields, strict=True):
            money = money_of(field.type_name)
            of_type = self.of(field.type)
            if money is Alpha:
                alphas.append(name)
            elif money is Tao:
                moved.append((name, _tao))
            elif of_type is not None:
                moved.append((name, of_type))
        subnet = next((name for name in _NETUIDS if name in names), None)
        if not moved and (subnet is None or not alphas):
            return named

        def convert(content: Any) -> dict[str, Any]:
            found = named(content)
            for name, of_type in moved:
                found[name] = of_type(found[name])
            if subnet is not None:
                for name in alphas:
                    found[name] = _alpha(found[name], found[subnet])
            return found

        return convert

    def of(self, type_id: int) -> Converter | None:
        """The converter of a type; None if its values are readable as they are."""
        if type_id in self._known:
            return self._known[type_id]
        with self._lock:
            if type_id in self._compiling:  # the type contains itself
                return lambda value: self._apply(type_id, value)
            self._compiling.add(type_id)
            found = self._known[type_id] = self._compile(type_id)
            self._compiling.discard(type_id)
            return found

    def _apply(self, type_id: int, value: Any) -> Any:
        convert = self.of(type_id)
        return value if convert is None else convert(value)

    def _compile(self, type_id: int) -> Converter | None:
        if type_id == self._outer_call:
            return self._inner_call
        declared = self._types[type_id]
        match declared.path[-1:]:
            case ("AccountId32",):
                return _address
            case ("MultiAddress",):
                return _multi_address
        match declared.definition:
            case Sequence(type=inner) | Array(type=inner):
                return self._items(inner)
            case Tuple(types=inners):
                return self._tuple(inners)
            case Composite(fields=fields):
                return self._struct(fields)
            case Variant(variants=cases):
                return self._variant(declared.path, cases)
        return None

    def _inner_call(self, value: Any) -> Call:
        call = as_call(value)
        return Call(call.pallet, call.name, self.call(call.pallet, call.name)(call.args))

    def _items(self, inner: int) -> Converter | None:
        convert = self.of(inner)
        if convert is None:
            return None
        return lambda items: type(items)([convert(item) for item in items])

    def _tuple(self, inners: tuple[int, ...]) -> Converter | None:
        converters = [self.of(inner) for inner in inners]
        if not any(converters):
            return None

        def items(value: Any) -> Any:
            pairs = zip(converters, value, strict=True)
            return tuple(item if convert is None else convert(item) for convert, item in pairs)

        return items

    def _struct(self, fields: tuple[Field, ...]) -> Converter | None:
        if len(fields) == 1 and fields[0].name is None:
            return self.of(fields[0].type)
        if any(field.name is None for field in fields):
            return self._tuple(tuple(field.type for field in fields))
        converters = {str(field.name): self.of(field.type) for field in fields}
        if not any(converters.values()):
            return None

        def struct(value: Any) -> Any:
            if not isinstance(value, dict):  # a newtype with a named field
                only = next(iter(converters.values()))
                return value if only is None else only(value)
            return {
                name: item if (convert := converters.get(name)) is None else convert(item)
                for name, item in value.items()
            }

        return struct

    def _variant(self, path: tuple[str, ...], cases: tuple[Case, ...]) -> Converter | None:
        if path == ("Option",):
            inner = self.of(next(case.fields[0].type for case in cases if case.name == "Some"))
            return None if inner is None else lambda value: None if value is None else inner(value)
        converters = {case.name: self._struct(case.fields) for case in cases if case.fields}
        if not any(converters.values()):
            return None

        def variant(value: Any) -> Any:
            if isinstance(value, tuple) and (convert := converters.get(value[0])) is not None:
                return (value[0], convert(value[1]))
            return value

        return variant


def _named(fields: tuple[Field, ...], names: tuple[str, ...]) -> Fields:
    """The converter of a case's content to a new dict by these names, values as they are."""
    if not fields:
        return lambda content: {}
    if all(field.name is not None for field in fields):
        return dict
    if len(fields) == 1:
        (only,) = names
        return lambda content: {only: content}
    return lambda content: dict(zip(names, content, strict=True))


_new: Callable[[type[Tao]], Tao] = object.__new__


def _tao(value: Any) -> Any:
    if type(value) is not int:  # a missing optional amount
        return value
    # The value is an integer already: the checks of `Tao(rao=…)` take most of the time of a block
    # of transfers.
    amount = _new(Tao)
    amount.__dict__["rao"] = value
    return amount


def _alpha(value: Any, netuid: Any) -> Any:
    return value if type(value) is not int else Alpha(rao=value, netuid=netuid)


@lru_cache(maxsize=4096)
def _address(account: bytes) -> str:
    return ss58.encode(account)


def _multi_address(value: Any) -> Any:
    if isinstance(value, tuple) and value[0] == "Id":
        return _address(value[1])
    return value
