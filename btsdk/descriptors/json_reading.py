"""JSON and text to the codec's values, by the types of a chain: the counterpart of `json_writing`.

What a person writes is read more freely: an integer also as TAO (`1.5tao`), bytes as text or hex,
an account as a name that the caller resolves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn

from btsdk.descriptors.inputs import check_names
from btsdk.descriptors.json_writing import is_account, is_address
from btsdk.errors import AddressError, AmountError, EncodeError
from btsdk.keys import ss58
from btsdk.metadata.model import Call
from btsdk.scale import Some
from btsdk.scale import plan as p
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.metadata import Metadata

_ACCOUNT_BYTES = 32
_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")
_DIGITS = re.compile(r"-?[0-9]+(?:_[0-9]+)*")
_TAO = re.compile(r"(?:τ *(?P<after>[0-9._]+)|(?P<before>[0-9._]+) *(?:tao|TAO|τ))")

_AN_ERA = '"Immortal" or {"Mortal": [period, phase]}'

Resolve = Callable[[str], str]
"""The ss58 address of an account that is given by name or by address."""


def from_json(
    metadata: Metadata, type_id: int, value: Any, where: str, resolve: Resolve = str
) -> Any:
    """The codec's value for a JSON value; raises `EncodeError`, which names the place `where`."""
    return _JsonReader(metadata, resolve).value(type_id, value, where)


def from_text(
    metadata: Metadata, type_id: int, text: str, where: str, resolve: Resolve = str
) -> Any:
    """The codec's value for a text: that of a number, name, address or bytes, or JSON."""
    return _JsonReader(metadata, resolve).text(type_id, text, where)


def call_from_json(metadata: Metadata, value: Any, where: str, resolve: Resolve = str) -> Call:
    """The call of `{"call": "Pallet.name", "args": {…}}`, with arguments as the codec takes
    them."""
    return _JsonReader(metadata, resolve).call(value, where)


def call_from_texts(
    metadata: Metadata, pallet: str, name: str, given: dict[str, Any], resolve: Resolve = str
) -> Call:
    """A call whose arguments are given as texts, or as JSON values that are no text."""
    return _JsonReader(metadata, resolve).named_call(pallet, name, given, as_texts=True)


class _JsonReader:
    def __init__(self, metadata: Metadata, resolve: Resolve) -> None:
        self._metadata = metadata
        self._registry = metadata.registry
        self._resolve = resolve

    def text(self, type_id: int, text: str, where: str) -> Any:
        plan = self._registry.plan(type_id)
        if isinstance(plan, p.Option):
            if text in ("null", "none", "None"):
                return None
            if not plan.nested:
                return self.text(plan.type, text, where)
        if isinstance(plan, (p.Bytes, p.Text, p.Char)):
            return self.value(type_id, text, where)
        try:
            return self.value(type_id, json.loads(text), where)
        except json.JSONDecodeError:
            return self.value(type_id, text, where)

    def value(self, type_id: int, value: Any, where: str) -> Any:
        if type_id == self._metadata.outer_call:
            call = self.call(value, where)
            return (call.pallet, (call.name, call.args) if call.args else call.name)
        plan = self._registry.plan(type_id)
        match plan:
            case p.Int():
                return _integer(value, plan.least, plan.most, where)
            case p.CompactInt(most):
                return () if most is None else _integer(value, 0, most, where)
            case p.Bytes(size):
                return self._bytes(type_id, size, value, where)
            case p.Bool() | p.Text() | p.Char():
                return _scalar(plan, value, where)
            case p.Row(types):
                return self._row(types, value, where)
            case p.Record():
                return self._record(plan, value, where)
            case p.Items(inner, size):
                return self._items(inner, size, value, where)
            case p.Option(inner, nested):
                return self._option(inner, nested, value, where)
            case p.Enum():
                return self._case(type_id, plan, value, where)
            case p.Bits():
                return tuple(_items(value, where))
        return _era(value, where)

    def call(self, value: Any, where: str) -> Call:
        match value:
            case {"call": str(name), **rest} if set(rest) <= {"args"}:
                args = rest.get("args", {})
            case str(name):
                args = {}
            case _:
                _refuse(value, 'a call: {"call": "Pallet.name", "args": {…}}', where)
        pallet, dot, called = name.partition(".")
        if not dot or not isinstance(args, dict):
            _refuse(value, 'a call: {"call": "Pallet.name", "args": {…}}', where)
        return self.named_call(pallet, called, args)

    def named_call(
        self, pallet: str, name: str, given: dict[str, Any], *, as_texts: bool = False
    ) -> Call:
        fields = {str(field.name): field.type for field in self._metadata.call(pallet, name).fields}
        check_names(f"{pallet}.{name}", list(fields), given)
        args = {}
        for field, type_id in fields.items():
            value, where = given[field], f"{pallet}.{name}({field})"
            read = self.text if as_texts and isinstance(value, str) else self.value
            args[field] = read(type_id, value, where)
        return Call(pallet, name, args)

    def _bytes(self, type_id: int, size: int | None, value: Any, where: str) -> bytes:
        if not isinstance(value, str):
            _refuse(value, "an address" if is_account(self._metadata, type_id) else "text", where)
        if _HEX.fullmatch(value):
            data = bytes.fromhex(value[2:])
        elif is_account(self._metadata, type_id):
            return self._account(value, where)
        elif size is None:
            data = value.encode()
        else:
            _refuse(value, f"{size} bytes in hex, with 0x", where)
        if size is not None and len(data) != size:
            raise EncodeError(f"{len(data)} bytes are not {size}", path=where)
        return data

    def _account(self, value: str, where: str) -> bytes:
        try:
            return ss58.decode(self._resolve(value))
        except AddressError as error:
            raise EncodeError(
                f"{value!r} is no account: {error.reason}", path=where, hint=error.hint
            ) from error

    def _row(self, types: tuple[int, ...], value: Any, where: str) -> Any:
        items = _items(value, where)
        if len(items) != len(types):
            raise EncodeError(f"{len(items)} values are not {len(types)}", path=where)
        return tuple(
            self.value(type_id, item, f"{where}[{place}]")
            for place, (type_id, item) in enumerate(zip(types, items, strict=True))
        )

    def _record(self, plan: p.Record, value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            _refuse(value, f"an object with {', '.join(plan.names)}", where)
        check_names(where, list(plan.names), value)
        return {
            name: self.value(type_id, value[name], f"{where}.{name}")
            for name, type_id in zip(plan.names, plan.types, strict=True)
        }

    def _items(self, inner: int, size: int | None, value: Any, where: str) -> Any:
        items = _items(value, where)
        if size is not None and len(items) != size:
            raise EncodeError(f"{len(items)} items are not {size}", path=where)
        return [self.value(inner, item, f"{where}[{place}]") for place, item in enumerate(items)]

    def _option(self, inner: int, nested: bool, value: Any, where: str) -> Any:
        if value is None:
            return None
        if not nested:
            return self.value(inner, value, where)
        if not (isinstance(value, dict) and list(value) == ["some"]):
            _refuse(value, '{"some": value} or null', where)
        return Some(self.value(inner, value["some"], where))

    def _case(self, type_id: int, plan: p.Enum, value: Any, where: str) -> Any:
        if isinstance(value, str) and is_address(self._metadata, type_id):
            is_hex = _HEX.fullmatch(value) and len(value) == 2 + 2 * _ACCOUNT_BYTES
            account = bytes.fromhex(value[2:]) if is_hex else self._account(value, where)
            return ("Id", account)
        given = isinstance(value, dict) and len(value) == 1
        if not (given or isinstance(value, str)):
            cases = (case.name for case in plan.cases)
            _refuse(value, f'"Name" or {{"Name": …}} with one of {_few(cases)}', where)
        name, content = next(iter(value.items())) if given else (value, None)
        case = next((case for case in plan.cases if case.name == name), None)
        if case is None:
            raise _no_case(str(name), [case.name for case in plan.cases], where)
        if case.bare != (not given):
            takes = "takes no content" if case.bare else f'takes content: {{"{case.name}": …}}'
            raise EncodeError(f"{case.name} {takes}", path=where)
        return case.name if case.bare else (case.name, self._payload(case, content, where))

    def _payload(self, case: p.Choice, content: Any, where: str) -> Any:
        payload, inside = case.payload, f"{where}.{case.name}"
        if isinstance(payload, p.Record):
            return self._record(payload, content, inside)
        if len(payload.types) == 1:
            return self.value(payload.types[0], content, inside)
        return self._row(payload.types, content, inside)


def _integer(value: Any, least: int, most: int, where: str) -> int:
    if isinstance(value, str):
        if _DIGITS.fullmatch(value):
            value = int(value)
        elif (found := _TAO.fullmatch(value)) is not None:
            value = _rao(found["after"] or found["before"], where)
    if type(value) is not int:
        hint = "Amounts are in rao; with a unit they are in TAO: 1.5tao."
        raise EncodeError(f"{value!r} is no whole number", path=where, hint=hint)
    if not least <= value <= most:
        raise EncodeError(f"{value} is not between {least} and {most}", path=where)
    return value


def _rao(text: str, where: str) -> int:
    try:
        return Tao.parse(text).rao
    except AmountError as error:
        raise EncodeError(error.message, path=where, hint=error.hint) from error


def _scalar(plan: p.Bool | p.Text | p.Char, value: Any, where: str) -> Any:
    if isinstance(plan, p.Bool):
        return value if isinstance(value, bool) else _refuse(value, "true or false", where)
    if not isinstance(value, str) or (isinstance(plan, p.Char) and len(value) != 1):
        _refuse(value, "text" if isinstance(plan, p.Text) else "one character", where)
    return value


def _era(value: Any, where: str) -> Any:
    match value:
        case {"Mortal": [int(period), int(phase)]}:
            return ("Mortal", (period, phase))
    return value if value == "Immortal" else _refuse(value, _AN_ERA, where)


def _items(value: Any, where: str) -> list[Any]:
    return value if isinstance(value, list) else _refuse(value, "a list: […]", where)


def _no_case(name: str, names: list[str], where: str) -> EncodeError:
    likely = get_close_matches(name, names, 1)
    meant = f"Did you mean {likely[0]!r}? " if likely else ""
    return EncodeError(
        f"there is no case {name!r}", path=where, hint=f"{meant}It is one of {_few(names)}."
    )


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:12]) + (", …" if len(listed) > 12 else "")


def _refuse(value: Any, wanted: str, where: str) -> NoReturn:
    text = json.dumps(value, ensure_ascii=False, default=str)
    shown = text if len(text) <= 80 else f"{text[:79]}…"
    raise EncodeError(f"{shown} is not {wanted}", path=where)
