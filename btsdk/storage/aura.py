"""The storage of Aura.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import StorageItem

Authorities: StorageItem[[], tuple[()], list[bytes]] = StorageItem(
    "Aura", "Authorities", "920f5b5d809efaea"
)
CurrentSlot: StorageItem[[], tuple[()], int] = StorageItem(
    "Aura", "CurrentSlot", "0d045e309ef185f9"
)
