"""The storage of EVMChainId.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import StorageItem

ChainId: StorageItem[[], tuple[()], int] = StorageItem("EVMChainId", "ChainId", "0d045e309ef185f9")
