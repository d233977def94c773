"""Names on the chain as Python names."""

from __future__ import annotations

import keyword

from btsdk.descriptors import TypedCall, TypedEvent
from btsdk.descriptors.fields import Fields

_RESERVED = frozenset((*dir(TypedCall), *dir(TypedEvent), *Fields.__annotations__))


def class_name(name: str) -> str:
    """`transfer_keep_alive` as `TransferKeepAlive`; a name in that form already is kept."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def field_name(name: str) -> str:
    """The name of a field of a typed call or event: a `_` evades what those use themselves."""
    return f"{name}_" if name in _RESERVED else identifier(name)


def identifier(name: str) -> str:
    """The name with a `_` behind it where Python has a keyword of it."""
    return f"{name}_" if keyword.iskeyword(name) else name
