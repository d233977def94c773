"""The storage of AlphaAssets.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

TotalAlphaIssuance: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "AlphaAssets", "TotalAlphaIssuance", "9ac723920caad240"
)
AlphaBurned: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "AlphaAssets", "AlphaBurned", "9ac723920caad240"
)
AlphaRecycled: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "AlphaAssets", "AlphaRecycled", "9ac723920caad240"
)
