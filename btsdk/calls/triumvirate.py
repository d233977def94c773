"""The calls of Triumvirate.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v


class SetMembers(TypedCall, pallet="Triumvirate", name="set_members", shape="79ff381f24eb08bf"):
    new_members: list[i.Account]
    prime: i.Account | None
    old_count: int


class Execute(TypedCall, pallet="Triumvirate", name="execute", shape="0280971ae0523153"):
    proposal: TypedCall
    length_bound: int


class Propose(TypedCall, pallet="Triumvirate", name="propose", shape="e2919eec0690632c"):
    threshold: int
    proposal: TypedCall
    length_bound: int


class Vote(TypedCall, pallet="Triumvirate", name="vote", shape="2078e9b6cb224546"):
    proposal: bytes
    index: int
    approve: bool


class DisapproveProposal(
    TypedCall, pallet="Triumvirate", name="disapprove_proposal", shape="bcdc5f2f233d1b2c"
):
    proposal_hash: bytes


class Close(TypedCall, pallet="Triumvirate", name="close", shape="d621553a2684d280"):
    proposal_hash: bytes
    index: int
    proposal_weight_bound: v.Weight
    length_bound: int
