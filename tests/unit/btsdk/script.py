"""Runs a program by hand: the test is the driver, and answers each call itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from btsdk.rpc.effects import (
    Acquire,
    Connection,
    Emit,
    Next,
    Now,
    Program,
    Release,
    Replace,
    RpcBatch,
    RpcCall,
    Sleep,
    Subscribe,
    Subscription,
    Unsubscribe,
)
from btsdk.state.block_context import BlockContext
from btsdk.state.runtimes import Runtime
from chain_spec import chains
from chain_spec.later import extended
from chain_spec.metadata import metadata
from chain_spec.runtime import build

T = TypeVar("T")
Answer = Any | Callable[..., Any]
HASH = "0x" + "ab" * 32


class Script:
    """Answers by method; a callable is called with the parameters, an exception is raised.

    `asked` remembers every call, `emitted` every item; the clock goes on by what is slept.
    """

    def __init__(self, answers: Mapping[str, Answer], notes: list[Any] | None = None) -> None:
        self.answers = dict(answers)
        self.notes = list(notes or [])
        self.asked: list[RpcCall] = []
        self.emitted: list[Any] = []
        self.now = 0.0

    def play(self, program: Program[T]) -> T:
        """Run the program to its end."""
        reply: Any = None
        error: BaseException | None = None
        while True:
            try:
                request = program.send(reply) if error is None else program.throw(error)
            except StopIteration as stop:
                value: T = stop.value
                return value
            reply, error = None, None
            try:
                reply = self._reply(request)
            except Exception as raised:  # noqa: BLE001  # goes into the program, as drivers do
                error = raised

    def _reply(self, request: Any) -> Any:
        match request:
            case RpcCall():
                return self._answer(request)
            case RpcBatch(calls):
                return [self._answer(call) for call in calls]
            case Subscribe():
                self._answer(RpcCall(request.method, request.params))
                return Subscription(1, request.method)
            case Next():
                note = self.notes.pop(0) if self.notes else None
                if isinstance(note, Exception):
                    raise note
                return note
            case Sleep(seconds):
                self.now += seconds
            case Now():
                return self.now
            case Emit(item):
                self.emitted.append(item)
            case Connection():
                return 1
            case Replace():
                return 0
            case Unsubscribe() | Acquire() | Release():
                pass
        return None

    def _answer(self, call: RpcCall) -> Any:
        self.asked.append(call)
        answer = self.answers[call.method]
        if isinstance(answer, Exception):
            raise answer
        return answer(*call.params) if callable(answer) else answer


@lru_cache(maxsize=1)
def dev_at() -> BlockContext:
    """Block 1,000 of the chain in the box, as its declaration says: no node is needed."""
    spec = chains.load("dev")
    runtime = Runtime(metadata(build(spec.profile, spec.features)), HASH, "node-subtensor", 1, 1)
    return BlockContext(HASH, 1000, runtime)


def module_error(pallet: str, error: str) -> Any:
    """A `DispatchError` of a pallet, as that chain's events have it."""
    declared = dev_at().metadata.pallet(pallet)
    index = declared.errors[error].index
    return ("Module", {"index": declared.index, "error": bytes((index, 0, 0, 0))})


@lru_cache(maxsize=1)
def later_at() -> BlockContext:
    """Block 1,000 of a chain with the items of later spec versions, which none here runs."""
    spec = chains.load("dev")
    newer = metadata(extended(build(spec.profile, spec.features)))
    return BlockContext(HASH, 1000, Runtime(newer, HASH, "node-subtensor", 475, 1))
