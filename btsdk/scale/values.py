"""Checks of values for encoding; a value of another shape is refused with a reason.

These are the slow paths of writing: generated code calls them only if a value is not exactly of the
expected class.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from btsdk.errors import EncodeError
from btsdk.frozen import Frozen
from btsdk.integers import index
from btsdk.scale.primitives import compact_encode


def shown(value: Any) -> str:
    """The value for a message, shortened if it is long."""
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:99]}…"


def integer(value: Any) -> int:
    """The int of an integer-like value (NumPy's integers too); never a bool."""
    number = index(value)
    if number is None:
        raise EncodeError(f"{shown(value)} is not an integer")
    return number


def compact_int(value: Any, most: int) -> bytes:
    if type(value) is not int:
        value = integer(value)
    if value > most:
        raise EncodeError(f"{value} is above {most}")
    return compact_encode(value)


def truth(value: Any) -> NoReturn:
    raise EncodeError(f"{shown(value)} is not a bool")


def text(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    raise EncodeError(f"{shown(value)} is not a str")


def char(value: Any) -> int:
    if isinstance(value, str) and len(value) == 1 and not 0xD800 <= ord(value) < 0xE000:
        return ord(value)
    raise EncodeError(f"{shown(value)} is not a single character")


def octets(value: Any) -> bytes:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise EncodeError(f"{shown(value)} is not bytes")


def fields(value: Any) -> dict[str, Any]:
    """The fields of a struct, given as a mapping or as an object with fields."""
    if isinstance(value, Mapping):
        return dict(value)
    if not is_struct_object(value):
        raise EncodeError(f"{shown(value)} is not a dict of fields")
    names = getattr(value, "_fields", None)
    if names is None:
        names = dataclass_arguments(value)
    return {name.rstrip("_"): getattr(value, name) for name in names}


def bad_fields(value: dict[str, Any], names: tuple[str, ...]) -> NoReturn:
    unknown = [str(name) for name in value if name not in names]
    missing = [name for name in names if name not in value]
    parts = [f"missing {', '.join(missing)}"] if missing else []
    parts += [f"unknown {', '.join(unknown)}"] if unknown else []
    raise EncodeError(f"the fields do not fit: {'; '.join(parts)}")


def items(value: Any) -> list[Any] | tuple[Any, ...]:
    """The items of a sequence, given as a list, a tuple or a NumPy array; pairs may be a mapping, a
    tuple may be an object."""
    if isinstance(value, (list, tuple)):
        return value
    if hasattr(value, "ndim") and isinstance(found := value.tolist(), list):
        return found
    if isinstance(value, Mapping):
        return list(value.items())
    if is_struct_object(value):
        return list(fields(value).values())
    raise EncodeError(f"{shown(value)} is not a list or tuple")


def bad_length(found: int, wanted: int, what: str) -> NoReturn:
    raise EncodeError(f"{found} {what} where {wanted} are expected")


def too_many(found: int, most: int) -> NoReturn:
    raise EncodeError(f"{found} items without bytes, at most {most} are allowed")


def unit(value: Any) -> None:
    if value is None or (isinstance(value, (tuple, list, dict)) and not value):
        return
    if not is_struct_object(value) or fields(value):
        raise EncodeError(f"{shown(value)} is not (), the only value of this type")


def need_some(value: Any) -> NoReturn:
    raise EncodeError(f"{shown(value)} is neither None nor Some(…); a nested option is explicit")


def pair(value: Any, wrapping: frozenset[str]) -> tuple[str, Any]:
    """The name of a case and its content; an object stands for the case named like its class."""
    if is_struct_object(value):
        name = type(value).__name__
        return name, only_value(value) if name in wrapping else value
    match value:
        case [str(name), content]:
            return name, content
    raise EncodeError(f"{shown(value)} is not a case name or a (name, value) pair")


def is_struct_object(value: Any) -> bool:
    """Whether the value is a dataclass's, a named tuple's or a `Frozen` one."""
    return hasattr(value, "__dataclass_fields__") or (
        isinstance(value, (tuple, Frozen)) and hasattr(value, "_fields")
    )


def dataclass_arguments(value: Any) -> list[str]:
    """The constructor arguments of a dataclass or of an object's class."""
    # Slow to import, and loaded already if the value is a dataclass.
    import dataclasses  # noqa: PLC0415

    return [field.name for field in dataclasses.fields(value) if field.init]


def only_value(value: Any) -> Any:
    (content,) = fields(value).values()
    return content
