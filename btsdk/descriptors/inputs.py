"""Arguments and keys as callers give them, converted to the codec's shapes by the chain's types.

Typed calls, calls by name, storage keys and runtime API arguments share these rules:

    AccountId32, MultiAddress   an ss58 address, 32 bytes, or a key (anything with `public_key`)
    Vec<u8>                     text (as UTF-8) or bytes
    [u8; N]                     bytes, or hex text with 0x
    integers                    `int`, `Tao`, `Alpha`, NumPy's integers
    RuntimeCall                 a typed call, a call by name, or the codec's shape

Other values pass through; the codec refuses what does not fit. A converter is compiled once for
each type of a registry, and types that need no conversion have none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias
from weakref import WeakKeyDictionary

from btsdk import forks
from btsdk.errors import AddressError, EncodeError, UsageError
from btsdk.keys import ss58
from btsdk.scale.types import Array, Compact, Composite, Primitive, Sequence, Tuple, Variant

if TYPE_CHECKING:
    from btsdk.metadata import Metadata, StorageMetadata
    from btsdk.scale import Registry

_ACCOUNT_BYTES = 32


class PublicKeyed(Protocol):
    """A key: `Keypair`, `PublicKey`, or another library's key."""

    @property
    def public_key(self) -> bytes:
        """32 bytes."""


Account: TypeAlias = "str | bytes | PublicKeyed"
"""An account as callers give it: an ss58 address, 32 bytes, or a key."""
Text: TypeAlias = "str | bytes"
"""Bytes of any length as callers give them: text is encoded as UTF-8."""

Converter: TypeAlias = "Callable[[Any], Any]"


def account_of(value: Any) -> Any:
    """The 32 bytes of an account. What is no account passes through."""
    if isinstance(value, str):
        return ss58.decode(value)
    key = getattr(value, "public_key", None)
    if isinstance(key, bytes) and len(key) == _ACCOUNT_BYTES:
        return key
    return value


def call_arguments(
    metadata: Metadata, pallet: str, name: str, args: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments of a call by name, as the codec takes them.

    Raises `EncodeError` for an argument that is missing or unknown, and `IncompatibleItem` for a
    call that the chain does not have.
    """
    call = f"{pallet}.{name}"
    fields = {str(field.name): field.type for field in metadata.call(pallet, name).fields}
    check_names(call, list(fields), args)
    converters = _converters(metadata)
    return {
        field: _converted(converters, fields[field], value, f"{call}({field})")
        for field, value in args.items()
    }


def storage_keys(metadata: Metadata, item: StorageMetadata, keys: tuple[Any, ...]) -> list[Any]:
    """The keys of a storage item, as the codec takes them; fewer than it has for a prefix."""
    if len(keys) > len(item.keys):
        label = f"{item.pallet_prefix}.{item.name}"
        raise UsageError(f"{label} has {len(item.keys)} keys, not {len(keys)}")
    converters = _converters(metadata)
    label = f"{item.pallet_prefix}.{item.name}"
    return [
        _converted(converters, type_id, key, label)
        for type_id, key in zip(item.keys, keys, strict=False)
    ]


def api_arguments(metadata: Metadata, api: str, method: str, args: tuple[Any, ...]) -> list[Any]:
    """The arguments of a runtime API method, as the codec takes them."""
    inputs = metadata.api(api, method).inputs
    if len(args) != len(inputs):
        takes = ", ".join(part.name for part in inputs) or "nothing"
        raise EncodeError(
            f"{api}.{method} takes {len(inputs)} arguments, not {len(args)}",
            hint=f"It takes {takes}.",
        )
    converters = _converters(metadata)
    return [
        _converted(converters, parameter.type, value, f"{api}.{method}({parameter.name})")
        for parameter, value in zip(inputs, args, strict=True)
    ]


def _converted(converters: _Converters, type_id: int, value: Any, path: str) -> Any:
    convert = converters.of(type_id)
    if convert is None:
        return value
    try:
        return convert(value)
    except AddressError as error:
        reason = f"{error.address!r} is no address: {error.reason}"
        raise EncodeError(reason, path=path, hint=error.hint) from error


def check_names(call: str, declared: list[str], given: Mapping[str, Any]) -> None:
    """Raise `EncodeError` for a name that is unknown or missing."""
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


_by_registry: WeakKeyDictionary[Registry, _Converters] = WeakKeyDictionary()


def _converters(metadata: Metadata) -> _Converters:
    found = _by_registry.get(metadata.registry)
    if found is None:
        found = _by_registry[metadata.registry] = _Converters(metadata.registry, metadata)
    return found


class _Converters:
    """The converters of one registry, by type id."""

    def __init__(self, registry: Registry, metadata: Metadata) -> None:
        self._types = registry.types  # not the registry: the table of converters would keep it
        self._outer_call = metadata.outer_call
        self._known: dict[int, Converter | None] = {}
        self._compiling: set[int] = set()
        self._lock = forks.rlock()

    def of(self, type_id: int) -> Converter | None:
        """The converter of a type; None where values pass through."""
        if type_id in self._known:
            return self._known[type_id]
        with self._lock:
            if type_id in self._compiling:  # the type contains itself
                return self._later(type_id)
            self._compiling.add(type_id)
            found = self._known[type_id] = self._compile(type_id)
            self._compiling.discard(type_id)
            return found

    def _later(self, type_id: int) -> Converter:
        def convert(value: Any) -> Any:
            return self._apply(type_id, value)

        return convert

    def _apply(self, type_id: int, value: Any) -> Any:
        convert = self.of(type_id)
        return value if convert is None else convert(value)

    def _compile(self, type_id: int) -> Converter | None:
        declared = self._types[type_id]
        if declared.path[-1:] == ("AccountId32",):
            return account_of
        if declared.path[-1:] == ("MultiAddress",):
            return _multi_address
        if type_id == self._outer_call:
            return self._outer(declared.definition)
        match declared.definition:
            case Primitive(name="bool" | "str" | "char"):
                return None
            case Primitive() | Compact():
                return _integer
            case Sequence(type=inner):
                return self._sequence(inner)
            case Array(type=inner):
                return _hex_bytes if self._is_byte(inner) else self._items(inner)
            case Tuple(types=inners):
                return self._tuple(inners)
            case Composite(fields=fields):
                return self._fields(fields)
            case Variant(variants=cases):
                return self._variant(declared.path, cases)
        return None

    def _is_byte(self, type_id: int) -> bool:
        definition = self._types[type_id].definition
        return isinstance(definition, Primitive) and definition.name == "u8"

    def _sequence(self, inner: int) -> Converter | None:
        return _bytes if self._is_byte(inner) else self._items(inner)

    def _items(self, inner: int) -> Converter | None:
        convert = self.of(inner)
        if convert is None:
            return None

        def items(value: Any) -> Any:
            if not isinstance(value, (list, tuple)):
                return value
            return [convert(item) for item in value]

        return items

    def _tuple(self, inners: tuple[int, ...]) -> Converter | None:
        converters = [self.of(inner) for inner in inners]
        if not any(converters):
            return None

        def items(value: Any) -> Any:
            if not isinstance(value, (list, tuple)) or len(value) != len(converters):
                return value
            pairs = zip(converters, value, strict=True)
            return tuple(item if convert is None else convert(item) for convert, item in pairs)

        return items

    def _fields(self, fields: tuple[Any, ...]) -> Converter | None:
        """The converter of a struct's fields, or of a case's: a dict where they have names, the
        bare value where there is one without."""
        if len(fields) == 1 and fields[0].name is None:
            return self.of(fields[0].type)
        if any(field.name is None for field in fields):
            return self._tuple(tuple(field.type for field in fields))
        converters = {str(field.name): self.of(field.type) for field in fields}
        if not any(converters.values()):
            return None

        def struct(value: Any) -> Any:
            if isinstance(value, dict):
                return {
                    name: item if (convert := converters.get(name)) is None else convert(item)
                    for name, item in value.items()
                }
            only = next(iter(converters.values()))  # a newtype with a named field
            return only(value) if only is not None and len(converters) == 1 else value

        return struct

    def _variant(self, path: tuple[str, ...], cases: tuple[Any, ...]) -> Converter | None:
        if path == ("Option",):
            inner = self.of(next(case.fields[0].type for case in cases if case.name == "Some"))
            return None if inner is None else lambda value: None if value is None else inner(value)
        converters = {case.name: self._fields(case.fields) for case in cases if case.fields}
        if not any(converters.values()):
            return None

        def case(value: Any) -> Any:
            match value:
                case (str(name), content):
                    convert = converters.get(name)
                    return value if convert is None else (name, convert(content))
            return value

        return case

    def _outer(self, definition: Any) -> Converter:
        """The converter of a call inside another one."""
        pallets = {case.name: case for case in definition.variants}

        def call(value: Any) -> Any:
            nested = getattr(value, "nested", None)
            match nested() if callable(nested) else value:
                case (str(pallet), (str(name), dict(args))) if pallet in pallets:
                    return (pallet, (name, self._call(pallets[pallet], name, args)))
                case other:
                    return other

        return call

    def _call(self, pallet: Any, name: str, args: dict[str, Any]) -> dict[str, Any]:
        calls: Any = self._types[pallet.fields[0].type].definition
        found = next((case for case in calls.variants if case.name == name), None)
        if found is None:
            return args  # the codec says that there is no such call
        fields = {str(field.name): field.type for field in found.fields}
        check_names(f"{pallet.name}.{name}", list(fields), args)
        return {field: self._apply(fields[field], value) for field, value in args.items()}


def _multi_address(value: Any) -> Any:
    match value:
        case ("Id", account) | {"Id": account}:
            return ("Id", account_of(account))
    account = account_of(value)
    is_account = isinstance(account, bytes) and len(account) == _ACCOUNT_BYTES
    return ("Id", account) if is_account else value


def _integer(value: Any) -> Any:
    # `Tao` and `Alpha`, recognised by their field: importing their module would take 20 ms.
    return value if type(value) is int else getattr(value, "rao", value)


def _bytes(value: Any) -> Any:
    return value.encode() if isinstance(value, str) else value


def _hex_bytes(value: Any) -> Any:
    if isinstance(value, str) and value[:2] == "0x":
        try:
            return bytes.fromhex(value[2:])
        except ValueError:
            return value
    return value
