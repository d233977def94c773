"""The storage of Swap.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

FeeRate: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "Swap", "FeeRate", "73350956f9d504d9"
)
SwapBalancer: StorageItem[[v.NetUid], tuple[v.NetUid], v.Balancer] = StorageItem(
    "Swap", "SwapBalancer", "0df9f2ef73945fa3"
)
PalSwapInitialized: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "Swap", "PalSwapInitialized", "073fd17cebdb9d6c"
)
HasMigrationRun: StorageItem[[bytes], tuple[bytes], bool] = StorageItem(
    "Swap", "HasMigrationRun", "30430f5935a12094"
)
ScrapReservoirAlpha: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "Swap", "ScrapReservoirAlpha", "9ac723920caad240"
)
