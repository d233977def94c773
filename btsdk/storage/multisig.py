"""The storage of Multisig.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

Multisigs: StorageItem[[i.Account, bytes], tuple[v.AccountId, bytes], v.Multisig | None] = (
    StorageItem("Multisig", "Multisigs", "84592e258894b1ee")
)
