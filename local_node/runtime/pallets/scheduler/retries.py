"""The retries of failed tasks.

`Scheduler.set_retry`, `Scheduler.cancel_retry`, and the same two by name.
"""

from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.scheduler import agenda
from local_node.runtime.pallets.scheduler.agenda import Address


def set_retry(ctx: Context, origin: Origin, task: Address, retries: int, period: int) -> None:
    """Retry up to `retries` times, `period` blocks apart."""
    ensure_root(origin)
    _set(ctx, task, None, retries, period)


def set_retry_named(ctx: Context, origin: Origin, id: bytes, retries: int, period: int) -> None:
    """The same by name."""
    ensure_root(origin)
    _set(ctx, agenda.find_named(ctx, id), id, retries, period)


def cancel_retry(ctx: Context, origin: Origin, task: Address) -> None:
    """Remove the retries; no error if there are none."""
    ensure_root(origin)
    _cancel(ctx, task, None)


def cancel_retry_named(ctx: Context, origin: Origin, id: bytes) -> None:
    """The same by name."""
    ensure_root(origin)
    _cancel(ctx, agenda.find_named(ctx, id), id)


def _set(ctx: Context, address: Address, name: bytes | None, retries: int, period: int) -> None:
    agenda.find(ctx, address)
    config = {"total_retries": retries, "remaining": retries, "period": period}
    ctx.put(declared.storage.Retries, address, config)
    ctx.emit(declared.events.RetrySet, task=address, id=name, period=period, retries=retries)


def _cancel(ctx: Context, address: Address, name: bytes | None) -> None:
    agenda.find(ctx, address)
    ctx.remove(declared.storage.Retries, address)
    ctx.emit(declared.events.RetryCancelled, address, name)
