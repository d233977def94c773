"""Reads of a state that the node has pruned, answered by an archive node.

Archive nodes are slower and fewer, so that they are asked for what the node refuses, and for
nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from btsdk.errors import BtError, RpcError
from btsdk.rpc.effects import Emit, Program, RpcBatch, RpcCall, ask
from btsdk.rpc.error_codes import is_pruned
from btsdk.rpc.session import repeatable

T = TypeVar("T")


@dataclass
class FromArchive:
    """A read for an archive node; whoever runs the program sets `reply` or `error`."""

    request: RpcCall | RpcBatch
    reply: Any = None
    error: BtError | None = None

    def program(self) -> Program[Any]:
        """The read alone."""
        return ask(self.request)


def with_archive(program: Program[T]) -> Program[T]:
    """The same program, which emits a `FromArchive` for each read of a pruned state."""
    reply: Any = None
    error: BtError | None = None
    try:
        while True:
            try:
                request = program.send(reply) if error is None else program.throw(error)
            except StopIteration as stop:
                value: T = stop.value
                return value
            reply, error = None, None
            try:
                reply = yield request
            except RpcError as refusal:
                error = refusal
            except BtError as other:
                error = other
            if isinstance(error, RpcError) and _is_for_archive(request, error):
                wanted = FromArchive(request)  # type: ignore[arg-type]  # checked by the condition
                yield Emit(wanted)
                reply, error = wanted.reply, wanted.error
    finally:
        program.close()


def _is_for_archive(request: object, error: RpcError) -> bool:
    if not is_pruned(error.rpc_message, error.data):
        return False
    if isinstance(request, RpcBatch):
        return all(repeatable(call) for call in request.calls)
    return isinstance(request, RpcCall) and repeatable(request)
