"""Taking stake back from several hotkeys and subnets at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from btsdk.ops.batch import ForceBatch
from btsdk.ops.checks import same_pool_warnings
from btsdk.ops.remove_stake import RemoveStake
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft

__all__ = ["RemoveStakes"]


@dataclass(frozen=True)
class RemoveStakes:
    """Unstakes in one extrinsic, each standing for itself (`ForceBatch`)."""

    stakes: Sequence[RemoveStake]

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`force_batch` of what each `RemoveStake` calls."""
        draft = yield from ForceBatch(self.stakes).draft(at, origin)
        further = same_pool_warnings([stake.netuid for stake in self.stakes])
        return replace(draft, warnings=draft.warnings + further)
