"""The former council: its proposers (Triumvirate), its voters (Senate), and the call that votes.

Substrate's `pallet_collective` and `pallet_membership` at the indices that Subtensor gave them, and
`vote` at its old place in SubtensorModule, because existing clients vote through it.
"""

from __future__ import annotations

from chain_spec.declare import Call, Pallet
from chain_spec.pallets import senate_members, triumvirate, triumvirate_members
from chain_spec.types import AsCompact, boolean, u32
from chain_spec.types.labels import AccountId, Hash


class calls:
    vote = Call(55, hotkey=AccountId, proposal=Hash, index=AsCompact(u32), approve=boolean)


PARTS = (
    Pallet("SubtensorModule", 7, crate="pallet_subtensor", calls=calls),
    triumvirate.pallet,
    triumvirate_members.pallet,
    senate_members.pallet,
)
