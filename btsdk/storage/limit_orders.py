"""The storage of LimitOrders.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

Orders: StorageItem[[bytes], tuple[bytes], v.VariantValue | None] = StorageItem(
    "LimitOrders", "Orders", "bc4a93ce44e1dca6"
)
LimitOrdersEnabled: StorageItem[[], tuple[()], bool] = StorageItem(
    "LimitOrders", "LimitOrdersEnabled", "558ac9c930e8cad0"
)
HasMigrationRun: StorageItem[[bytes], tuple[bytes], bool] = StorageItem(
    "LimitOrders", "HasMigrationRun", "30430f5935a12094"
)
