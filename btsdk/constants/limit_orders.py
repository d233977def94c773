"""The constants of LimitOrders.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import Constant

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

MaxOrdersPerBatch: Constant[int] = Constant("LimitOrders", "MaxOrdersPerBatch", "14b7429f83a073c5")
PalletId: Constant[bytes] = Constant("LimitOrders", "PalletId", "9b215fef8a45329b")
PalletHotkey: Constant[v.AccountId] = Constant("LimitOrders", "PalletHotkey", "ffbe1b2e478eeb2b")
