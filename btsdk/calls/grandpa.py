"""The calls of Grandpa.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class ReportEquivocation(
    TypedCall, pallet="Grandpa", name="report_equivocation", shape="b6d54944ed660a20"
):
    equivocation_proof: v.EquivocationProof
    key_owner_proof: v.VariantValue


class ReportEquivocationUnsigned(
    TypedCall, pallet="Grandpa", name="report_equivocation_unsigned", shape="b6d54944ed660a20"
):
    equivocation_proof: v.EquivocationProof
    key_owner_proof: v.VariantValue


class NoteStalled(TypedCall, pallet="Grandpa", name="note_stalled", shape="c2f57840ad69d8fe"):
    delay: int
    best_finalized_block_number: int
