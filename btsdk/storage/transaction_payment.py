"""The storage of TransactionPayment.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

NextFeeMultiplier: StorageItem[[], tuple[()], int] = StorageItem(
    "TransactionPayment", "NextFeeMultiplier", "b20684581489ecc8"
)
StorageVersion: StorageItem[[], tuple[()], v.Releases] = StorageItem(
    "TransactionPayment", "StorageVersion", "8f42793e75b621a5"
)
