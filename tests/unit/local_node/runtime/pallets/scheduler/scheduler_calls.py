"""Calls of Scheduler, and what they leave."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import as_root, events_of
from tests.unit.local_node.runtime.support import DAVE, Node

errors = declared.errors


NAME = b"a task".ljust(32, b"\0")


OK = ("Ok", ())


def give(amount: int) -> Any:
    """A call that only root may make, and whose outcome shows."""
    who = ("Id", DAVE.public_key)
    return ("Balances", ("force_set_balance", {"who": who, "new_free": amount}))


LONG = ("System", ("remark", {"remark": bytes(200)}))


def call(name: str, **args: Any) -> Any:
    return ("Scheduler", (name, args))


def schedule(when: int, inner: Any, priority: int = 0, periodic: Any = None) -> Any:
    return call("schedule", when=when, maybe_periodic=periodic, priority=priority, call=inner)


def named(when: int, inner: Any, id: bytes = NAME, periodic: Any = None) -> Any:
    return call("schedule_named", id=id, when=when, maybe_periodic=periodic, priority=0, call=inner)


def do(node: Node, each: Any) -> None:
    assert as_root(node, each) == OK


def agenda(node: Node, when: int) -> list[Any]:
    return node.context().get(declared.storage.Agenda, when)


def wait(node: Node, number: int) -> list[tuple[str, Any]]:
    """Empty blocks until `number` is made; what the scheduler says in the last one."""
    while node.best[0] < number:
        node.block()
    return events_of(node, "Scheduler")


def dispatched(when: int, index: int = 0, result: Any = OK, id: bytes | None = None) -> Any:
    return ("Dispatched", {"task": (when, index), "id": id, "result": result})
