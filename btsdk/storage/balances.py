"""The storage of Balances.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

TotalIssuance: StorageItem[[], tuple[()], int] = StorageItem(
    "Balances", "TotalIssuance", "0d045e309ef185f9"
)
InactiveIssuance: StorageItem[[], tuple[()], int] = StorageItem(
    "Balances", "InactiveIssuance", "0d045e309ef185f9"
)
Account: StorageItem[[i.Account], tuple[v.AccountId], v.AccountData] = StorageItem(
    "Balances", "Account", "5bbe173102057843"
)
Locks: StorageItem[[i.Account], tuple[v.AccountId], list[v.BalanceLock]] = StorageItem(
    "Balances", "Locks", "e42450ba591b9832"
)
Reserves: StorageItem[[i.Account], tuple[v.AccountId], list[v.ReserveData]] = StorageItem(
    "Balances", "Reserves", "5e80e7bc084f3df7"
)
Holds: StorageItem[[i.Account], tuple[v.AccountId], list[v.IdAmount]] = StorageItem(
    "Balances", "Holds", "3158e26e35e6c03b"
)
Freezes: StorageItem[[i.Account], tuple[v.AccountId], list[v.IdAmountOfRuntimeFreezeReason]] = (
    StorageItem("Balances", "Freezes", "b1ec5ede2f097d0b")
)
