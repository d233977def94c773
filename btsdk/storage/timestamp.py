"""The storage of Timestamp.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import StorageItem

Now: StorageItem[[], tuple[()], int] = StorageItem("Timestamp", "Now", "0d045e309ef185f9")
DidUpdate: StorageItem[[], tuple[()], bool] = StorageItem(
    "Timestamp", "DidUpdate", "558ac9c930e8cad0"
)
