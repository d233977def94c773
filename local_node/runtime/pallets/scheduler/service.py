"""The dispatch of due tasks at the start of a block, by priority, up to the weight limit.

An unfinished agenda continues in the next block, before that block's own. A task whose call is
unavailable, or too heavy for an empty block, stays visible in its agenda and is never retried.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, DispatchFailure, Weight
from local_node.runtime.frame.origin import CallValue, from_caller
from local_node.runtime.frame.outcome import Outcome, attempt
from local_node.runtime.pallets.preimage import bounded
from local_node.runtime.pallets.scheduler import agenda, weights
from local_node.runtime.pallets.scheduler.agenda import U32_MAX, Address, Task
from local_node.runtime.pallets.scheduler.weights import Meter


class Service(Enum):
    """The result of servicing a task."""

    DONE = "dispatched, successfully or not"
    UNAVAILABLE = "never to be dispatched"
    OVERWEIGHT = "to be retried"


def on_initialize(ctx: Context) -> Weight:
    """Service all agendas from the earliest unfinished one to that of this block."""
    meter = weights.block_meter(ctx)
    if not meter.consume(weights.agendas()):
        return meter.consumed
    now = ctx.block_number
    since = ctx.take(declared.storage.IncompleteSince)
    when = first = now if since is None else since
    unfinished = now + 1
    full = weights.agenda(ctx.constant(declared.constants.MaxScheduledPerBlock))
    while when <= now and meter.fits(full):
        if not _service_agenda(ctx, meter, when, is_first=when == first):
            unfinished = min(unfinished, when)
        when += 1
    unfinished = min(unfinished, when)
    if unfinished <= now:
        ctx.emit(declared.events.AgendaIncomplete, unfinished)
    ctx.set(declared.storage.IncompleteSince, unfinished)
    return meter.consumed


def _service_agenda(ctx: Context, meter: Meter, when: int, *, is_first: bool) -> bool:
    """Service one agenda; return whether it is finished."""
    slots: list[Any] = ctx.get(declared.storage.Agenda, when)
    due = [index for index, task in enumerate(slots) if task is not None]
    due.sort(key=lambda index: slots[index]["priority"])
    meter.consume(weights.agenda(len(due)))
    left = postponed = False
    for index in due:
        task = slots[index]
        if not meter.fits(_task_weight(task, bounded.lookup_length(task["call"]))):
            left = postponed = True
            break
        outcome = _service_task(ctx, meter, (when, index), task, is_first=is_first)
        if outcome is Service.DONE:
            slots[index] = None
            is_first = False
        else:
            left = True
            postponed = postponed or outcome is Service.OVERWEIGHT
    if left:
        ctx.put(declared.storage.Agenda, when, slots)
    else:
        ctx.remove(declared.storage.Agenda, when)
    return not postponed


def _task_weight(task: Task, length: int | None) -> Weight:
    named, periodic = task["maybe_id"] is not None, task["maybe_periodic"] is not None
    return weights.task(length, named=named, periodic=periodic)


def _service_task(
    ctx: Context, meter: Meter, address: Address, task: Task, *, is_first: bool
) -> Service:
    """Service one task; `is_first` means the block's whole weight is left.

    A task that does not fit then will never fit.
    """
    if task["maybe_id"] is not None:
        ctx.remove(declared.storage.Lookup, task["maybe_id"])
    try:
        call, length = bounded.peek(ctx, task["call"])
    except DispatchFailure:
        # the event comes before the drop here, and after it for a task that is too heavy
        ctx.emit(declared.events.CallUnavailable, address, task["maybe_id"])
        bounded.drop(ctx, task["call"])
        meter.consume(_task_weight(task, bounded.lookup_length(task["call"])))
        return Service.UNAVAILABLE
    meter.consume(_task_weight(task, length))
    outcome = _dispatch(ctx, meter, call, task["origin"])
    if outcome is None:
        return _put_off(ctx, address, task, is_first=is_first)
    _after(ctx, meter, address, task, outcome)
    return Service.DONE


def _put_off(ctx: Context, address: Address, task: Task, *, is_first: bool) -> Service:
    if not is_first:
        return Service.OVERWEIGHT
    bounded.drop(ctx, task["call"])
    ctx.emit(declared.events.PermanentlyOverweight, address, task["maybe_id"])
    return Service.UNAVAILABLE


def _dispatch(ctx: Context, meter: Meter, call: CallValue, caller: Any) -> Outcome | None:
    """Dispatch the call with its origin's filters; return None if it does not fit."""
    origin = from_caller(caller)
    base = weights.dispatch(signed=origin.signer is not None)
    if not meter.fits(base.plus(ctx.runtime.dispatch_info(call).call_weight)):
        return None
    outcome = attempt(ctx, call, origin)
    meter.consume(base)
    meter.consume(outcome.weight)
    return outcome


def _after(ctx: Context, meter: Meter, address: Address, task: Task, outcome: Outcome) -> None:
    """Emit the event, retry after a failure, and schedule the next repetition."""
    retry = ctx.take(declared.storage.Retries, address)
    ctx.emit(declared.events.Dispatched, address, task["maybe_id"], outcome.result)
    if retry is not None and outcome.failure is not None:
        _retry(ctx, meter, address, task, retry)
    if task["maybe_periodic"] is None:
        bounded.drop(ctx, task["call"])
    else:
        _repeat(ctx, address, task, retry)


def _retry(ctx: Context, meter: Meter, address: Address, task: Task, retry: dict[str, int]) -> None:
    """Schedule a retry, as a task without name and repetition."""
    failed = (declared.events.RetryFailed, address, task["maybe_id"])
    if not meter.consume(weights.retry(ctx.constant(declared.constants.MaxScheduledPerBlock))):
        ctx.emit(*failed)
        return
    if not retry["remaining"]:
        return
    again = {**task, "maybe_id": None, "maybe_periodic": None}
    wake = min(ctx.block_number + retry["period"], U32_MAX)
    try:
        place = agenda.place(ctx, wake, again)
    except DispatchFailure:
        bounded.drop(ctx, task["call"])
        ctx.emit(declared.events.RetryFailed, address, None)
        return
    ctx.put(declared.storage.Retries, place, {**retry, "remaining": retry["remaining"] - 1})


def _repeat(ctx: Context, address: Address, task: Task, retry: dict[str, int] | None) -> None:
    period, times = task["maybe_periodic"]
    again = {**task, "maybe_periodic": (period, times - 1) if times > 1 else None}
    wake = min(ctx.block_number + period, U32_MAX)
    try:
        place = agenda.place(ctx, wake, again)
    except DispatchFailure:
        bounded.drop(ctx, task["call"])
        ctx.emit(declared.events.PeriodicFailed, address, task["maybe_id"])
        return
    if retry is not None:
        ctx.put(declared.storage.Retries, place, retry)
