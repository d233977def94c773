"""The events of Scheduler.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Scheduled(TypedEvent, pallet="Scheduler", name="Scheduled", shape="30610ac96cf07b57"):
    when: int
    index: int


class Canceled(TypedEvent, pallet="Scheduler", name="Canceled", shape="30610ac96cf07b57"):
    when: int
    index: int


class Dispatched(TypedEvent, pallet="Scheduler", name="Dispatched", shape="66b3f2ce619cae5b"):
    task: tuple[int, int]
    id: bytes | None
    result: v.VariantValue


class RetrySet(TypedEvent, pallet="Scheduler", name="RetrySet", shape="84473ae4ce03461f"):
    task: tuple[int, int]
    id: bytes | None
    period: int
    retries: int


class RetryCancelled(
    TypedEvent, pallet="Scheduler", name="RetryCancelled", shape="6b7d38315e11128a"
):
    task: tuple[int, int]
    id: bytes | None


class CallUnavailable(
    TypedEvent, pallet="Scheduler", name="CallUnavailable", shape="6b7d38315e11128a"
):
    task: tuple[int, int]
    id: bytes | None


class PeriodicFailed(
    TypedEvent, pallet="Scheduler", name="PeriodicFailed", shape="6b7d38315e11128a"
):
    task: tuple[int, int]
    id: bytes | None


class RetryFailed(TypedEvent, pallet="Scheduler", name="RetryFailed", shape="6b7d38315e11128a"):
    task: tuple[int, int]
    id: bytes | None


class PermanentlyOverweight(
    TypedEvent, pallet="Scheduler", name="PermanentlyOverweight", shape="6b7d38315e11128a"
):
    task: tuple[int, int]
    id: bytes | None


class AgendaIncomplete(
    TypedEvent, pallet="Scheduler", name="AgendaIncomplete", shape="884d31c35b4c0107"
):
    when: int
