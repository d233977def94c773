"""The storage of Crowdloan.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

Crowdloans: StorageItem[[int], tuple[int], v.CrowdloanInfo | None] = StorageItem(
    "Crowdloan", "Crowdloans", "7e7c847bec0b6989"
)
NextCrowdloanId: StorageItem[[], tuple[()], int] = StorageItem(
    "Crowdloan", "NextCrowdloanId", "565b1fcdd6708493"
)
Contributions: StorageItem[[int, i.Account], tuple[int, v.AccountId], int | None] = StorageItem(
    "Crowdloan", "Contributions", "d136343d92a97252"
)
MaxContributions: StorageItem[[int], tuple[int], int | None] = StorageItem(
    "Crowdloan", "MaxContributions", "d660a9ef46e95cf0"
)
CurrentCrowdloanId: StorageItem[[], tuple[()], int | None] = StorageItem(
    "Crowdloan", "CurrentCrowdloanId", "9012598dfa87f24b"
)
HasMigrationRun: StorageItem[[bytes], tuple[bytes], bool] = StorageItem(
    "Crowdloan", "HasMigrationRun", "30430f5935a12094"
)
