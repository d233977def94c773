"""`Scheduler.schedule`, `schedule_after`, and the same two with a name."""

from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, Origin, ensure, ensure_root
from local_node.runtime.frame.origin import ROOT_CALLER, CallValue
from local_node.runtime.pallets.preimage import bounded
from local_node.runtime.pallets.scheduler import agenda

Periodic = tuple[int, int]
"""The period in blocks, and the total number of times."""


def schedule(
    ctx: Context,
    origin: Origin,
    when: int,
    maybe_periodic: Periodic | None,
    priority: int,
    call: CallValue,
) -> None:
    """Schedule a call at block `when`."""
    ensure_root(origin)
    kept = bounded.bound(ctx, call)
    _schedule(ctx, None, when, maybe_periodic, priority, kept)


def schedule_after(
    ctx: Context,
    origin: Origin,
    after: int,
    maybe_periodic: Periodic | None,
    priority: int,
    call: CallValue,
) -> None:
    """Schedule a call after `after` blocks in between."""
    ensure_root(origin)
    kept = bounded.bound(ctx, call)
    _schedule(ctx, None, _after(ctx, after), maybe_periodic, priority, kept)


def schedule_named(
    ctx: Context,
    origin: Origin,
    id: bytes,
    when: int,
    maybe_periodic: Periodic | None,
    priority: int,
    call: CallValue,
) -> None:
    """Schedule a call at block `when`, under an unused name."""
    ensure_root(origin)
    kept = bounded.bound(ctx, call)
    _ensure_new(ctx, id)
    _schedule(ctx, id, when, maybe_periodic, priority, kept)


def schedule_named_after(
    ctx: Context,
    origin: Origin,
    id: bytes,
    after: int,
    maybe_periodic: Periodic | None,
    priority: int,
    call: CallValue,
) -> None:
    """Schedule a call after `after` blocks in between, under an unused name."""
    ensure_root(origin)
    kept = bounded.bound(ctx, call)
    _ensure_new(ctx, id)
    _schedule(ctx, id, _after(ctx, after), maybe_periodic, priority, kept)


def _ensure_new(ctx: Context, name: bytes) -> None:
    taken = ctx.contains(declared.storage.Lookup, name)
    ensure(not taken, declared.errors.FailedToSchedule)


def _after(ctx: Context, blocks: int) -> int:
    """The block after `blocks` full ones; the current block's agenda is done already."""
    return min(ctx.block_number + blocks + 1, agenda.U32_MAX)


def _schedule(
    ctx: Context,
    name: bytes | None,
    when: int,
    periodic: Periodic | None,
    priority: int,
    call: bounded.Bounded,
) -> None:
    ensure(when > ctx.block_number, declared.errors.TargetBlockNumberInPast)
    task = {
        "maybe_id": name,
        "priority": priority,
        "call": call,
        "maybe_periodic": _repetitions(periodic),
        "origin": ROOT_CALLER,
    }
    agenda.place(ctx, when, task)
    bounded.request(ctx, call)


def _repetitions(periodic: Periodic | None) -> Periodic | None:
    """The repetitions after the first time; None for a single time or a period of zero."""
    if periodic is None:
        return None
    period, times = periodic
    return (period, times - 1) if period and times > 1 else None
