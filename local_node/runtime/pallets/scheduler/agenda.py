"""The agendas: the slots of each block's tasks, and the names of tasks.

The address of a task is its block and its slot. The slot of a removed task is None; it is reused
only if the agenda is full, so that addresses stay valid.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, fail

Task = dict[str, Any]
"""A task: `maybe_id`, `priority` (low first), `call` (bounded), `maybe_periodic`, `origin`."""

Address = tuple[int, int]

EXHAUSTED = "Exhausted"
U32_MAX = 2**32 - 1


def place(ctx: Context, when: int, task: Task) -> Address:
    """Add a task to the agenda of a block; fails with `Exhausted` if it is full."""
    address = (when, _push(ctx, when, task))
    if task["maybe_id"] is not None:
        ctx.put(declared.storage.Lookup, task["maybe_id"], address)
    ctx.emit(declared.events.Scheduled, *address)
    return address


def find(ctx: Context, address: Address) -> Task:
    """The task at an address; fails with `NotFound`."""
    when, index = address
    slots = ctx.get(declared.storage.Agenda, when)
    task: Task | None = slots[index] if index < len(slots) else None
    if task is None:
        raise fail(declared.errors.NotFound)
    return task


def find_named(ctx: Context, name: bytes) -> Address:
    """The address of a named task; fails with `NotFound`."""
    address = ctx.get(declared.storage.Lookup, name)
    if address is None:
        raise fail(declared.errors.NotFound)
    return address


def vacate(ctx: Context, address: Address) -> None:
    """Empty a slot, drop empty slots at the end, and delete an empty agenda."""
    when, index = address
    slots = ctx.get(declared.storage.Agenda, when)
    if index < len(slots):
        slots[index] = None
    while slots and slots[-1] is None:
        slots.pop()
    if slots:
        ctx.put(declared.storage.Agenda, when, slots)
    else:
        ctx.remove(declared.storage.Agenda, when)


def _push(ctx: Context, when: int, task: Task) -> int:
    slots = ctx.get(declared.storage.Agenda, when)
    if len(slots) < ctx.constant(declared.constants.MaxScheduledPerBlock):
        slots.append(task)
        index = len(slots) - 1
    elif None in slots:
        index = slots.index(None)
        slots[index] = task
    else:
        raise fail(EXHAUSTED)
    ctx.put(declared.storage.Agenda, when, slots)
    return index
