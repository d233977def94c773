"""The operations of a followed chain: started at once, reported by events.

An operation is an iterator of events. After it yields `WAITING` it pauses until the client
continues it; it runs until it ends or is stopped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from btsdk.errors import BtError
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.rpc.errors import RpcFailure
from local_node.state.trie import MissingNode

Events = Iterator[dict[str, Any]]

MAX_OPERATIONS: Final = 64
"""Operations of one subscription at a time; each item of a storage query counts. The specification
requires at least 16.
"""
NOT_WAITING: Final = -32803
WAITING: Final = "operationWaitingForContinue"

_LOG = logging.getLogger(__name__)


@dataclass
class _Operation:
    events: Events
    slots: int
    is_waiting: bool = False


class Operations:
    """The operations of one subscription, whose events go to `push`."""

    def __init__(self, push: Callable[[Any], None]) -> None:
        self._push = push
        self._open: dict[str, _Operation] = {}
        self._started = 0

    @property
    def free(self) -> int:
        """The number of operations that can still be started."""
        return MAX_OPERATIONS - sum(operation.slots for operation in self._open.values())

    def start(self, events: Events, slots: int = 1) -> str:
        """Register an operation; returns its id. It does not run before `run`."""
        name = str(self._started)
        self._started += 1
        self._open[name] = _Operation(_guarded(events), slots)
        return name

    def run(self, name: str) -> None:
        """Run an operation until it ends or waits; no effect if it has ended."""
        operation = self._open.get(name)
        if operation is None:
            return
        for event in operation.events:
            operation.is_waiting = event["event"] == WAITING
            self._push({**event, "operationId": name})
            if operation.is_waiting:
                return
        self._open.pop(name, None)

    def wake(self, name: str) -> bool:
        """Whether the operation waited and may continue; raises if it does not wait."""
        operation = self._open.get(name)
        if operation is None:
            return False
        if not operation.is_waiting:
            raise RpcFailure(NOT_WAITING, f"Operation {name} does not wait to be continued")
        operation.is_waiting = False
        return True

    def stop(self, name: str) -> None:
        """Stop an operation; no effect if it has ended."""
        self._open.pop(name, None)


def _guarded(events: Events) -> Events:
    """The events, and an error event at the end if the operation fails."""
    try:
        yield from events
    except (StateDiscarded, MissingNode, UnknownBlock):
        yield {"event": "operationInaccessible"}
    except BtError as error:
        yield {"event": "operationError", "error": str(error)}
    except Exception:  # noqa: BLE001 - the edge: a client never sees a traceback
        _LOG.exception("unexpected failure in an operation")
        yield {"event": "operationError", "error": "Internal error"}
