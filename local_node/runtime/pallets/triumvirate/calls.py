"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.triumvirate.close import close, disapprove_proposal
from local_node.runtime.pallets.triumvirate.propose import execute, propose
from local_node.runtime.pallets.triumvirate.set_members import set_members
from local_node.runtime.pallets.triumvirate.vote import vote

CALLS: tuple[CallFunction, ...] = (set_members, execute, propose, vote, disapprove_proposal, close)
