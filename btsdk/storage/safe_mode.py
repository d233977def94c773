"""The storage of SafeMode.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

EnteredUntil: StorageItem[[], tuple[()], int | None] = StorageItem(
    "SafeMode", "EnteredUntil", "9012598dfa87f24b"
)
Deposits: StorageItem[[i.Account, int], tuple[v.AccountId, int], int | None] = StorageItem(
    "SafeMode", "Deposits", "755bb64247b4f62a"
)
