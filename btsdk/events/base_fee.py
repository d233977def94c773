"""The events of BaseFee.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class NewBaseFeePerGas(
    TypedEvent, pallet="BaseFee", name="NewBaseFeePerGas", shape="e25ba5dc8becc67d"
):
    fee: int


class BaseFeeOverflow(
    TypedEvent, pallet="BaseFee", name="BaseFeeOverflow", shape="e4a6a0577479b2b4"
):
    pass


class NewElasticity(TypedEvent, pallet="BaseFee", name="NewElasticity", shape="4316c8778ce2c875"):
    elasticity: int
