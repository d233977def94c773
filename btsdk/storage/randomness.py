"""The storage of RandomnessCollectiveFlip.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import StorageItem

RandomMaterial: StorageItem[[], tuple[()], list[bytes]] = StorageItem(
    "RandomnessCollectiveFlip", "RandomMaterial", "920f5b5d809efaea"
)
