"""Conversion of names on the chain to Python names."""

from __future__ import annotations

import keyword
import re

from btsdk.descriptors import TypedCall, TypedEvent
from btsdk.descriptors.fields import Fields
from btsdk.errors import DecodeError

_RESERVED = frozenset((*dir(TypedCall), *dir(TypedEvent), *Fields.__annotations__))


def checked(name: str) -> str:
    """The name, if it can stand in Python code; metadata comes from an endpoint and is not trusted.

    Raises `DecodeError`.
    """
    if not name.isidentifier():
        raise DecodeError(f"the metadata has a name that Python cannot write: {name[:80]!r}")
    return name


def class_name(name: str) -> str:
    """`transfer_keep_alive` as `TransferKeepAlive`; a name in that form is unchanged."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def field_name(name: str) -> str:
    """The name of a field of a typed call or event, with a `_` if the name is reserved."""
    return f"{name}_" if name in _RESERVED else identifier(name)


def identifier(name: str) -> str:
    """The name, with a `_` if it is a Python keyword."""
    return f"{name}_" if keyword.iskeyword(name) else name


def snake_case(name: str) -> str:
    """`AdminUtils` as `admin_utils`, `EVMChainId` as `evm_chain_id`."""
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return identifier(re.sub(r"\W", "_", parts).lower())
