"""The storage of Sudo.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

Key: StorageItem[[], tuple[()], v.AccountId | None] = StorageItem("Sudo", "Key", "2d6d43506e99ef31")
