"""The storage of Grandpa.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

State: StorageItem[[], tuple[()], v.VariantValue] = StorageItem(
    "Grandpa", "State", "42764f04cbdb6f33"
)
PendingChange: StorageItem[[], tuple[()], v.StoredPendingChange | None] = StorageItem(
    "Grandpa", "PendingChange", "78ee32248b05a827"
)
NextForced: StorageItem[[], tuple[()], int | None] = StorageItem(
    "Grandpa", "NextForced", "9012598dfa87f24b"
)
Stalled: StorageItem[[], tuple[()], tuple[int, int] | None] = StorageItem(
    "Grandpa", "Stalled", "c57c6c331e9f47b7"
)
CurrentSetId: StorageItem[[], tuple[()], int] = StorageItem(
    "Grandpa", "CurrentSetId", "0d045e309ef185f9"
)
SetIdSession: StorageItem[[int], tuple[int], int | None] = StorageItem(
    "Grandpa", "SetIdSession", "21be8639e73f3157"
)
Authorities: StorageItem[[], tuple[()], list[tuple[bytes, int]]] = StorageItem(
    "Grandpa", "Authorities", "eaf259facefbac5b"
)
