"""The storage of Drand.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

BeaconConfig: StorageItem[[], tuple[()], v.BeaconConfiguration] = StorageItem(
    "Drand", "BeaconConfig", "50072f7556128bca"
)
HasMigrationRun: StorageItem[[bytes], tuple[bytes], bool] = StorageItem(
    "Drand", "HasMigrationRun", "30430f5935a12094"
)
Pulses: StorageItem[[int], tuple[int], v.Pulse | None] = StorageItem(
    "Drand", "Pulses", "4c8047d081819795"
)
LastStoredRound: StorageItem[[], tuple[()], int] = StorageItem(
    "Drand", "LastStoredRound", "0d045e309ef185f9"
)
OldestStoredRound: StorageItem[[], tuple[()], int] = StorageItem(
    "Drand", "OldestStoredRound", "0d045e309ef185f9"
)
NextUnsignedAt: StorageItem[[], tuple[()], int] = StorageItem(
    "Drand", "NextUnsignedAt", "565b1fcdd6708493"
)
