"""Conversion of the arguments of a call by name to the codec's shapes.

An account may be an address, or 32 bytes in place of a `MultiAddress`, wherever the declared types
have one, nested calls included. Everything else is left to the codec.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from btsdk.errors import AddressError, EncodeError
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.scale.types import Composite, Sequence, Tuple, Variant

_ACCOUNT_BYTES = 32


def arguments_of(
    metadata: Metadata, pallet: str, name: str, args: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments by name. Raises `EncodeError` if one is missing or unknown, and
    `IncompatibleItem` if the chain has no such call."""
    fields = {str(field.name): field.type for field in metadata.call(pallet, name).fields}
    call = f"{pallet}.{name}"
    _check_names(call, list(fields), args)
    found: dict[str, Any] = {}
    for field, value in args.items():
        try:
            found[field] = _settled(metadata, fields[field], value)
        except AddressError as error:
            reason = f"{error.address!r} is not an address: {error.reason}"
            raise EncodeError(reason, path=f"{call}({field})", hint=error.hint) from error
    return found


def _check_names(call: str, declared: list[str], given: Mapping[str, Any]) -> None:
    takes = f"It takes {', '.join(declared)}." if declared else "It takes no arguments."
    for name in given:
        if name not in declared:
            likely = get_close_matches(str(name), declared, 1)
            meant = f"Did you mean {likely[0]!r}? " if likely else ""
            raise EncodeError(f"{call} has no argument {name!r}", hint=meant + takes)
    missing = [name for name in declared if name not in given]
    if missing:
        named = ", ".join(repr(name) for name in missing)
        raise EncodeError(f"{call}: {named} is missing", hint=takes)


def _settled(metadata: Metadata, type_id: int, value: Any) -> Any:
    """A value of this type, with its accounts converted."""
    declared = metadata.registry.type(type_id)
    if declared.path[-1:] == ("AccountId32",):
        return ss58.decode(value) if isinstance(value, str) else value
    if declared.path[-1:] == ("MultiAddress",):
        return _multi_address(value)
    if type_id == metadata.outer_call:
        return _call(metadata, value)
    match declared.definition:
        case Sequence(type=inner) if isinstance(value, (list, tuple)):
            return [_settled(metadata, inner, item) for item in value]
        case Tuple(types=inners) if isinstance(value, (list, tuple)) and len(value) == len(inners):
            pairs = zip(inners, value, strict=True)
            return tuple(_settled(metadata, inner, item) for inner, item in pairs)
        case Composite(fields=fields) if isinstance(value, dict):
            types = {field.name: field.type for field in fields}
            return {
                name: _settled(metadata, types[name], item) if name in types else item
                for name, item in value.items()
            }
        case Variant(variants=cases) if declared.path == ("Option",) and value is not None:
            return _settled(metadata, cases[1].fields[0].type, value)
    return value


def _multi_address(value: Any) -> Any:
    match value:
        case str():
            return ("Id", ss58.decode(value))
        case bytes() if len(value) == _ACCOUNT_BYTES:
            return ("Id", value)
        case ("Id", str(address)) | {"Id": str(address)}:
            return ("Id", ss58.decode(address))
        case {"Id": bytes(account)}:
            return ("Id", account)
    return value


def _call(metadata: Metadata, value: Any) -> Any:
    """A nested call, as `Encodable.nested` returns it."""
    match value:
        case (str(pallet), (str(name), dict(args))):
            return (pallet, (name, arguments_of(metadata, pallet, name, args)))
    return value
