"""The events of Multisig.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class NewMultisig(TypedEvent, pallet="Multisig", name="NewMultisig", shape="471cca2be609f1e0"):
    approving: str
    multisig: str
    call_hash: bytes


class MultisigApproval(
    TypedEvent, pallet="Multisig", name="MultisigApproval", shape="1bbf56f588b75129"
):
    approving: str
    timepoint: v.Timepoint
    multisig: str
    call_hash: bytes


class MultisigExecuted(
    TypedEvent, pallet="Multisig", name="MultisigExecuted", shape="7c8c9a7c473460a7"
):
    approving: str
    timepoint: v.Timepoint
    multisig: str
    call_hash: bytes
    result: v.VariantValue


class MultisigCancelled(
    TypedEvent, pallet="Multisig", name="MultisigCancelled", shape="da0ede5b2a08d9d5"
):
    cancelling: str
    timepoint: v.Timepoint
    multisig: str
    call_hash: bytes


class DepositPoked(TypedEvent, pallet="Multisig", name="DepositPoked", shape="5e6f62489d4ea34f"):
    who: str
    call_hash: bytes
    old_deposit: Tao
    new_deposit: Tao
