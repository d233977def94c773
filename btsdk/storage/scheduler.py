"""The storage of Scheduler.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

IncompleteSince: StorageItem[[], tuple[()], int | None] = StorageItem(
    "Scheduler", "IncompleteSince", "9012598dfa87f24b"
)
Agenda: StorageItem[[int], tuple[int], list[v.Scheduled | None]] = StorageItem(
    "Scheduler", "Agenda", "386973408c5f9f07"
)
Retries: StorageItem[[tuple[int, int]], tuple[tuple[int, int]], v.RetryConfig | None] = StorageItem(
    "Scheduler", "Retries", "dce9897c2f91d688"
)
Lookup: StorageItem[[bytes], tuple[bytes], tuple[int, int] | None] = StorageItem(
    "Scheduler", "Lookup", "0f65a97d945618e7"
)
