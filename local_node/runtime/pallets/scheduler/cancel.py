"""`Scheduler.cancel` and `Scheduler.cancel_named`."""

from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.preimage import bounded
from local_node.runtime.pallets.scheduler import agenda


def cancel(ctx: Context, origin: Origin, when: int, index: int) -> None:
    """Cancel a task by address, named or not."""
    ensure_root(origin)
    task = agenda.find(ctx, (when, index))
    bounded.drop(ctx, task["call"])
    if task["maybe_id"] is not None:
        ctx.remove(declared.storage.Lookup, task["maybe_id"])
    _forget(ctx, (when, index))


def cancel_named(ctx: Context, origin: Origin, id: bytes) -> None:
    """Cancel a task by name."""
    ensure_root(origin)
    address = agenda.find_named(ctx, id)
    ctx.remove(declared.storage.Lookup, id)
    bounded.drop(ctx, agenda.find(ctx, address)["call"])
    _forget(ctx, address)


def _forget(ctx: Context, address: agenda.Address) -> None:
    ctx.remove(declared.storage.Retries, address)
    agenda.vacate(ctx, address)
    ctx.emit(declared.events.Canceled, *address)
