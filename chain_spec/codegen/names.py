"""Conversion of names on the chain to Python names."""

from __future__ import annotations

import keyword

from btsdk.descriptors import TypedCall, TypedEvent
from btsdk.descriptors.fields import Fields

_RESERVED = frozenset((*dir(TypedCall), *dir(TypedEvent), *Fields.__annotations__))


def class_name(name: str) -> str:
    """`transfer_keep_alive` as `TransferKeepAlive`; a name in that form is unchanged."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def field_name(name: str) -> str:
    """The name of a field of a typed call or event, with a `_` if the name is reserved."""
    return f"{name}_" if name in _RESERVED else identifier(name)


def identifier(name: str) -> str:
    """The name, with a `_` if it is a Python keyword."""
    return f"{name}_" if keyword.iskeyword(name) else name
