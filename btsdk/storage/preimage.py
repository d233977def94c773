"""The storage of Preimage.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

StatusFor: StorageItem[[bytes], tuple[bytes], v.VariantValue | None] = StorageItem(
    "Preimage", "StatusFor", "f5c80d5b163ee5a8"
)
RequestStatusFor: StorageItem[[bytes], tuple[bytes], v.VariantValue | None] = StorageItem(
    "Preimage", "RequestStatusFor", "8b11aeb984f199b0"
)
PreimageFor: StorageItem[[tuple[bytes, int]], tuple[tuple[bytes, int]], bytes | None] = StorageItem(
    "Preimage", "PreimageFor", "7e977563e1dcddb5"
)
