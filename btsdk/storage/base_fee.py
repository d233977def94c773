"""The storage of BaseFee.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import StorageItem

BaseFeePerGas: StorageItem[[], tuple[()], int] = StorageItem(
    "BaseFee", "BaseFeePerGas", "638b698972c670f7"
)
Elasticity: StorageItem[[], tuple[()], int] = StorageItem(
    "BaseFee", "Elasticity", "565b1fcdd6708493"
)
