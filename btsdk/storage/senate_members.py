"""The storage of SenateMembers.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

Members: StorageItem[[], tuple[()], list[v.AccountId]] = StorageItem(
    "SenateMembers", "Members", "920f5b5d809efaea"
)
Prime: StorageItem[[], tuple[()], v.AccountId | None] = StorageItem(
    "SenateMembers", "Prime", "2d6d43506e99ef31"
)
