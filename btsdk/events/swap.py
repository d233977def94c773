"""The events of Swap.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class FeeRateSet(TypedEvent, pallet="Swap", name="FeeRateSet", shape="b3b00bc4e1198288"):
    netuid: v.NetUid
    rate: int
