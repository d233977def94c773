"""The search for the place in a value where encoding failed.

The parts of the value are encoded one by one, each with the codec of its own type, and the search
continues inside the first that fails. The place is the value that fails although all its parts
succeed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from btsdk.errors import EncodeError
from btsdk.scale import plan as p
from btsdk.scale.primitives import Some
from btsdk.scale.values import fields, items, pair, shown

Part = tuple[str, int, Any]
"""A step of the path, the type there and the value there."""

_PATH_MAX = 64
"""The greatest length of a path; the search stops there."""


def encode_error(
    planner: p.Planner,
    attempt: Callable[[int, Any], Exception | None],
    type_id: int,
    value: Any,
    error: Exception,
) -> EncodeError:
    """The error with its path; `attempt` encodes one part and returns what went wrong."""
    path = ""
    for _ in range(_PATH_MAX):
        for step, part_id, part in _parts(planner.plan(type_id), value):
            inner = attempt(part_id, part)
            if inner is not None:
                path, type_id, value, error = path + step, part_id, part, inner
                break
        else:
            break
    return EncodeError(_message(planner.plan(type_id), value, error), path=path.lstrip("."))


def _parts(plan: p.Plan, value: Any) -> Iterator[Part]:
    """The parts of a value that has the outer shape of the plan; nothing for any other."""
    if isinstance(plan, (p.Row, p.Record)):
        yield from _payload_parts(plan, value)
    elif isinstance(plan, p.Items) and (isinstance(value, (list, tuple)) or _is_array(value)):
        yield from ((f"[{place}]", plan.type, item) for place, item in enumerate(value))
    elif isinstance(plan, p.Items) and isinstance(value, dict):
        yield from ((f"[{key!r}]", plan.type, (key, item)) for key, item in value.items())
    elif isinstance(plan, p.Option) and value is not None:
        yield "", plan.type, value.value if isinstance(value, Some) else value
    elif isinstance(plan, p.Enum):
        yield from _case_parts(plan, value)


def _is_array(value: Any) -> bool:
    return getattr(value, "ndim", 0) > 0


def _payload_parts(payload: p.Row | p.Record, value: Any) -> Iterator[Part]:
    try:
        if isinstance(payload, p.Record):
            given = fields(value)
            for name, type_id in zip(payload.names, payload.types, strict=True):
                if name in given:
                    yield f".{name}", type_id, given[name]
        else:
            for place, (type_id, item) in enumerate(zip(payload.types, items(value), strict=False)):
                yield f"[{place}]", type_id, item
    except EncodeError:
        return


def _case_parts(plan: p.Enum, value: Any) -> Iterator[Part]:
    try:
        name, content = pair(value, frozenset())
    except EncodeError:
        return
    for case in plan.cases:
        if case.name == name:
            yield from _content_parts(case, content)


def _content_parts(case: p.Choice, content: Any) -> Iterator[Part]:
    step = f".{case.name}"
    if isinstance(case.payload, p.Row) and len(case.payload.types) == 1:
        yield step, case.payload.types[0], content
        return
    for inner, type_id, part in _payload_parts(case.payload, content):
        yield step + inner, type_id, part


def _message(plan: p.Plan, value: Any, error: Exception) -> str:
    if isinstance(error, EncodeError):
        return error.message
    if isinstance(error, RecursionError):
        return "the value is nested too deeply"
    if isinstance(error, KeyError) and isinstance(plan, (p.Record, p.Enum)):
        return f"the field {error} is missing"
    if isinstance(plan, p.Int) and hasattr(value, "__index__"):
        return f"{shown(value)} is not in the range of {plan.name}"
    return f"{shown(value)} is not a value of this type"
