"""Calls in one line, for previews: `Balances.transfer_keep_alive(dest=5F…, value=τ1.500000000)`.

Arguments are shown by their types: accounts as addresses, text as text, other bytes in hex, calls
as calls. A value that does not fit its type is shown as it is; encoding it reports the error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from btsdk.descriptors.inputs import account_of
from btsdk.errors import AddressError
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.scale.types import Array, Case, Composite, Field, Sequence, Tuple, Variant
from btsdk.units import Alpha, Tao

_ACCOUNT_BYTES = 32


def call_in_words(pallet: str, name: str, arguments: dict[str, Any], metadata: Metadata) -> str:
    """The call with the arguments that are given, in the chain's order."""
    fields = metadata.call(pallet, name).fields
    shown = _named(fields, arguments, metadata)
    return f"{pallet}.{name}({', '.join(f'{field}={value}' for field, value in shown)})"


def _named(
    fields: Iterable[Field], values: dict[str, Any], metadata: Metadata
) -> Iterable[tuple[str, str]]:
    for field in fields:
        if field.name in values:
            yield str(field.name), _shown(values[field.name], field.type, metadata)


def _shown(value: Any, type_id: int, metadata: Metadata) -> str:
    declared = metadata.registry.type(type_id)
    if isinstance(value, (Tao, Alpha)):
        return f"{value:,}"
    if declared.path[-1:] in (("AccountId32",), ("MultiAddress",)):
        return _account(value)
    if type_id == metadata.outer_call:
        return _inner_call(value, metadata)
    match declared.definition, value:
        case Sequence() | Array(), bytes():
            return _bytes(value, text=isinstance(declared.definition, Sequence))
        case Sequence() | Array(), str():
            return repr(value)
        case ((Sequence(type=inner) | Array(type=inner)), (list() | tuple())):
            return f"[{', '.join(_shown(item, inner, metadata) for item in value)}]"
        case Tuple(types=inners), (list() | tuple()) if len(inners) == len(value):
            return _tuple(zip(inners, value, strict=True), metadata)
        case Composite(fields=fields), _:
            return _composite(value, fields, metadata)
        case Variant(variants=cases), _:
            return _variant(value, declared.path, cases, metadata)
    return _plain(value)


def _account(value: Any) -> str:
    match value:
        case ("Id", inner) | {"Id": inner}:
            value = inner
    try:
        account = account_of(value)
    except AddressError:
        return str(value)
    if isinstance(account, bytes) and len(account) == _ACCOUNT_BYTES:
        return ss58.encode(account)
    return _plain(value)


def _inner_call(value: Any, metadata: Metadata) -> str:
    nested = getattr(value, "nested", None)
    match nested() if callable(nested) else value:
        case (str(pallet), str(name)):
            return call_in_words(pallet, name, {}, metadata)
        case (str(pallet), (str(name), dict(arguments))):
            return call_in_words(pallet, name, arguments, metadata)
    return _plain(value)


def _composite(value: Any, fields: tuple[Field, ...], metadata: Metadata) -> str:
    if isinstance(value, dict):
        shown = _named(fields, value, metadata)
        return f"{{{', '.join(f'{name}: {item}' for name, item in shown)}}}"
    if len(fields) == 1:  # a newtype is its content
        return _shown(value, fields[0].type, metadata)
    if isinstance(value, (list, tuple)) and len(value) == len(fields):
        return _tuple(((f.type, item) for f, item in zip(fields, value, strict=True)), metadata)
    return _plain(value)


def _variant(value: Any, path: tuple[str, ...], cases: tuple[Case, ...], metadata: Metadata) -> str:
    if path == ("Option",):
        return "None" if value is None else _shown(value, cases[1].fields[0].type, metadata)
    match value:
        case str():
            return value
        case (str(name), content):
            fields = next((case.fields for case in cases if case.name == name), ())
            return f"{name}({_composite(content, fields, metadata)})"
    return _plain(value)


def _tuple(parts: Iterable[tuple[int, Any]], metadata: Metadata) -> str:
    return f"({', '.join(_shown(item, type_id, metadata) for type_id, item in parts)})"


def _bytes(value: bytes, *, text: bool) -> str:
    """`Vec<u8>` is mostly text on this chain, such as the names in an identity."""
    decoded = value.decode(errors="replace")
    if text and decoded.isprintable() and decoded.encode() == value:
        return repr(decoded)
    return "0x" + value.hex()


def _plain(value: Any) -> str:
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)
