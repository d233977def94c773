"""The calls of Ethereum.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Transact(TypedCall, pallet="Ethereum", name="transact", shape="796583dd487acdda"):
    transaction: v.VariantValue
