"""The SDK's results as JSON: camel case names, amounts as digits of rao."""

from __future__ import annotations

import dataclasses
from typing import Any

from btsdk.reads.subnets import Fixed
from btsdk.units import Alpha, Tao


def as_json(value: Any) -> Any:
    """A result of a read, or a part of one, as JSON."""
    if isinstance(value, Tao | Alpha):
        return str(value.rao)
    if isinstance(value, Fixed):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {camel(field.name): as_json(getattr(value, field.name)) for field in fields}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >> 53:
        return str(value)
    return value


def camel(name: str) -> str:
    """`alpha_in` as `alphaIn`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
