"""The calls of BaseFee.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.calls import TypedCall


class SetBaseFeePerGas(
    TypedCall, pallet="BaseFee", name="set_base_fee_per_gas", shape="e25ba5dc8becc67d"
):
    fee: int


class SetElasticity(TypedCall, pallet="BaseFee", name="set_elasticity", shape="4316c8778ce2c875"):
    elasticity: int
