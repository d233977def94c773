"""Parallel reads: programs that run side by side, with one message a round.

A preview of a hundred stakes makes the same few requests a hundred times, which would be a hundred
round trips. Together the programs need only as many round trips as the longest one, and equal
requests are sent once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from btsdk.errors import RpcError, TransactionRefused
from btsdk.rpc.effects import Json, Program, RpcBatch, RpcCall, ask

T = TypeVar("T")

MOST = 100
"""Calls in one message: public nodes refuse batches that are much longer."""


def gather(programs: Iterable[Program[T]]) -> Program[list[T]]:
    """Run programs that only use `RpcCall` and `RpcBatch` side by side; returns their values in
    order.

    The first program that raises ends them all. An error of the node reaches only the programs that
    made the request.
    """
    members = [_Member(program) for program in programs]
    try:
        for member in members:
            member.advance(None)
        while any(member.pending for member in members):
            answers = yield from _answers([call for member in members for call in member.pending])
            for member in members:
                if member.pending:
                    member.take(answers)
    finally:
        for member in members:
            member.program.close()
    return [member.value for member in members]


@dataclass(frozen=True)
class _Failed:
    """The node's error for one call."""

    error: Exception


class _Member(Generic[T]):
    """One program and its pending calls; none once it is done."""

    value: T

    def __init__(self, program: Program[T]) -> None:
        self.program = program
        self.pending: tuple[RpcCall, ...] = ()
        self._is_batch = False

    def advance(self, reply: Any, error: Exception | None = None) -> None:
        """Run to the next request, or to the end."""
        self.pending = ()
        try:
            request = self.program.send(reply) if error is None else self.program.throw(error)
        except StopIteration as stop:
            self.value = stop.value
            return
        if not isinstance(request, (RpcCall, RpcBatch)):
            raise TypeError(f"only calls can be combined, not {request!r}")
        self._is_batch = isinstance(request, RpcBatch)
        self.pending = request.calls if isinstance(request, RpcBatch) else (request,)
        if not self.pending:
            self.advance([])

    def take(self, answers: dict[str, Json]) -> None:
        """Hand the program its answers, or the first error among them."""
        replies = [answers[_question(call)] for call in self.pending]
        failed = next((reply.error for reply in replies if isinstance(reply, _Failed)), None)
        if failed is not None:
            self.advance(None, failed)
        else:
            self.advance(replies if self._is_batch else replies[0])


def _answers(wanted: Sequence[RpcCall]) -> Program[dict[str, Json]]:
    calls = list({_question(call): call for call in wanted}.values())
    found: dict[str, Json] = {}
    for start in range(0, len(calls), MOST):
        some = calls[start : start + MOST]
        replies = yield from _replies(some)
        found |= {_question(call): reply for call, reply in zip(some, replies, strict=True)}
    return found


def _replies(calls: Sequence[RpcCall]) -> Program[list[Json]]:
    """The answers to some calls. After an error in a batch, which does not name its call, they are
    repeated one by one."""
    if len(calls) > 1:
        try:
            return (yield from ask(RpcBatch(tuple(calls))))
        except (RpcError, TransactionRefused):
            pass
    found = []
    for call in calls:
        found.append((yield from _reply(call)))
    return found


def _reply(call: RpcCall) -> Program[Json]:
    try:
        return (yield from ask(call))
    except (RpcError, TransactionRefused) as error:
        return _Failed(error)


def _question(call: RpcCall) -> str:
    """A hashable key for a call; its parameters are JSON and may be lists."""
    return f"{call.method} {call.params!r}"
