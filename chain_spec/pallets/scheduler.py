"""Scheduled calls, made by root."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    Map,
    Pallet,
    Value,
    blake2_128_concat,
    twox_64_concat,
)
from chain_spec.types import BoundedVec, ByteArray, Option, Tuple, alias, u8, u32
from chain_spec.types.frame import RetryConfig, Scheduled
from chain_spec.types.labels import BlockNumber, BoxedCall, DispatchResult
from chain_spec.types.substrate import Weight

Period = alias("schedule::Period<BlockNumberFor<T>>", Tuple(u32, u32))
Priority = alias("schedule::Priority", u8)
TaskName = alias("TaskName", ByteArray(32))
TaskAddress = alias("TaskAddress<BlockNumberFor<T>>", Tuple(u32, u32))


class storage:
    IncompleteSince = Value(u32, optional=True)
    Agenda = Map(twox_64_concat(u32), BoundedVec(Option(Scheduled)))
    Retries = Map(blake2_128_concat(Tuple(u32, u32)), RetryConfig, optional=True)
    Lookup = Map(twox_64_concat(ByteArray(32)), Tuple(u32, u32), optional=True)


class calls:
    schedule = Call(
        0, when=BlockNumber, maybe_periodic=Option(Period), priority=Priority, call=BoxedCall
    )
    cancel = Call(1, when=BlockNumber, index=u32)
    schedule_named = Call(
        2,
        id=TaskName,
        when=BlockNumber,
        maybe_periodic=Option(Period),
        priority=Priority,
        call=BoxedCall,
    )
    cancel_named = Call(3, id=TaskName)
    schedule_after = Call(
        4, after=BlockNumber, maybe_periodic=Option(Period), priority=Priority, call=BoxedCall
    )
    schedule_named_after = Call(
        5,
        id=TaskName,
        after=BlockNumber,
        maybe_periodic=Option(Period),
        priority=Priority,
        call=BoxedCall,
    )
    set_retry = Call(6, task=TaskAddress, retries=u8, period=BlockNumber)
    set_retry_named = Call(7, id=TaskName, retries=u8, period=BlockNumber)
    cancel_retry = Call(8, task=TaskAddress)
    cancel_retry_named = Call(9, id=TaskName)


class events:
    Scheduled = Event(0, when=BlockNumber, index=u32)
    Canceled = Event(1, when=BlockNumber, index=u32)
    Dispatched = Event(2, task=TaskAddress, id=Option(TaskName), result=DispatchResult)
    RetrySet = Event(3, task=TaskAddress, id=Option(TaskName), period=BlockNumber, retries=u8)
    RetryCancelled = Event(4, task=TaskAddress, id=Option(TaskName))
    CallUnavailable = Event(5, task=TaskAddress, id=Option(TaskName))
    PeriodicFailed = Event(6, task=TaskAddress, id=Option(TaskName))
    RetryFailed = Event(7, task=TaskAddress, id=Option(TaskName))
    PermanentlyOverweight = Event(8, task=TaskAddress, id=Option(TaskName))
    AgendaIncomplete = Event(9, when=BlockNumber)


class errors:
    FailedToSchedule = Error(0, "The call could not be scheduled.")
    NotFound = Error(1, "There is no such task.")
    TargetBlockNumberInPast = Error(2, "The block to run at is over; choose a later one.")
    RescheduleNoChange = Error(3, "The task is for that block already.")
    Named = Error(4, "The task has a name; use the call for named tasks.")


class constants:
    MaximumWeight = Constant(
        Weight, {"ref_time": 3_200_000_000_000, "proof_size": 14_757_395_258_967_641_292}
    )
    MaxScheduledPerBlock = Constant(u32, 50)


pallet = Pallet(
    "Scheduler",
    15,
    crate="pallet_scheduler",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
