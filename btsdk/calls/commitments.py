"""The calls of Commitments.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class SetCommitment(
    TypedCall, pallet="Commitments", name="set_commitment", shape="e3bcfac3c632b306"
):
    netuid: v.NetUid
    info: v.CommitmentInfo


class SetMaxSpace(TypedCall, pallet="Commitments", name="set_max_space", shape="1c43288427173e99"):
    new_limit: int
