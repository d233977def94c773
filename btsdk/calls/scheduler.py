"""The calls of Scheduler.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.calls import TypedCall


class Schedule(TypedCall, pallet="Scheduler", name="schedule", shape="e8e066859f339149"):
    when: int
    maybe_periodic: tuple[int, int] | None
    priority: int
    call: TypedCall


class Cancel(TypedCall, pallet="Scheduler", name="cancel", shape="30610ac96cf07b57"):
    when: int
    index: int


class ScheduleNamed(TypedCall, pallet="Scheduler", name="schedule_named", shape="98eba236fb83177f"):
    id: bytes
    when: int
    maybe_periodic: tuple[int, int] | None
    priority: int
    call: TypedCall


class CancelNamed(TypedCall, pallet="Scheduler", name="cancel_named", shape="dc977b7a070e1df1"):
    id: bytes


class ScheduleAfter(TypedCall, pallet="Scheduler", name="schedule_after", shape="5a9e51b75625cdf3"):
    after: int
    maybe_periodic: tuple[int, int] | None
    priority: int
    call: TypedCall


class ScheduleNamedAfter(
    TypedCall, pallet="Scheduler", name="schedule_named_after", shape="f9fbed7e09f06bbf"
):
    id: bytes
    after: int
    maybe_periodic: tuple[int, int] | None
    priority: int
    call: TypedCall


class SetRetry(TypedCall, pallet="Scheduler", name="set_retry", shape="04766b314670858b"):
    task: tuple[int, int]
    retries: int
    period: int


class SetRetryNamed(
    TypedCall, pallet="Scheduler", name="set_retry_named", shape="ab76ccfc1c552730"
):
    id: bytes
    retries: int
    period: int


class CancelRetry(TypedCall, pallet="Scheduler", name="cancel_retry", shape="651506c38a293893"):
    task: tuple[int, int]


class CancelRetryNamed(
    TypedCall, pallet="Scheduler", name="cancel_retry_named", shape="dc977b7a070e1df1"
):
    id: bytes
