"""Programs over the items of other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from btsdk.rpc.effects import Emit, Program

T = TypeVar("T")


def each(source: Program[T], action: Callable[[Any], Program[None]]) -> Program[T]:
    """Run `source`, and for each item that it emits `action`, whose own items are emitted instead.

    All other effects are those of the source, errors included.
    """
    reply: Any = None
    error: BaseException | None = None
    try:
        while True:
            try:
                request = source.send(reply) if error is None else source.throw(error)
            except StopIteration as stop:
                value: T = stop.value
                return value
            reply, error = None, None
            if isinstance(request, Emit):
                yield from action(request.item)
                continue
            try:
                reply = yield request
            except Exception as raised:  # noqa: BLE001  # goes into the source, as drivers do
                error = raised
    finally:
        source.close()
