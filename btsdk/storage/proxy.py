"""The storage of Proxy.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

Proxies: StorageItem[[i.Account], tuple[v.AccountId], tuple[list[v.ProxyDefinition], int]] = (
    StorageItem("Proxy", "Proxies", "b323d768070c457e")
)
Announcements: StorageItem[[i.Account], tuple[v.AccountId], tuple[list[v.Announcement], int]] = (
    StorageItem("Proxy", "Announcements", "bc88603aa4c5e1af")
)
LastCallResult: StorageItem[[i.Account], tuple[v.AccountId], v.VariantValue | None] = StorageItem(
    "Proxy", "LastCallResult", "f2a21086b995fa5a"
)
RealPaysFee: StorageItem[
    [i.Account, i.Account], tuple[v.AccountId, v.AccountId], tuple[()] | None
] = StorageItem("Proxy", "RealPaysFee", "04bb7012a5bb057a")
