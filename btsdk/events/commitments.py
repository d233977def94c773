"""The events of Commitments.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Commitment(TypedEvent, pallet="Commitments", name="Commitment", shape="98d65ffafe26f9f8"):
    netuid: v.NetUid
    who: str


class TimelockCommitment(
    TypedEvent, pallet="Commitments", name="TimelockCommitment", shape="35c07be634f7ebba"
):
    netuid: v.NetUid
    who: str
    reveal_round: int


class CommitmentRevealed(
    TypedEvent, pallet="Commitments", name="CommitmentRevealed", shape="98d65ffafe26f9f8"
):
    netuid: v.NetUid
    who: str
