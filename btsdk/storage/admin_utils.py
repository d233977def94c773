"""The storage of AdminUtils.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

PrecompileEnable: StorageItem[[v.PrecompileEnum], tuple[v.PrecompileEnum], bool] = StorageItem(
    "AdminUtils", "PrecompileEnable", "a1c8ab1400642464"
)
