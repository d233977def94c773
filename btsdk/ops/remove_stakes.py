"""The operation that unstakes from several hotkeys and subnets at once."""

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
    """Independent unstakes in one extrinsic (`ForceBatch`)."""

    stakes: Sequence[RemoveStake]

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`force_batch` of the call of each `RemoveStake`."""
        draft = yield from ForceBatch(self.stakes).draft(at, origin)
        further = same_pool_warnings([stake.netuid for stake in self.stakes])
        return replace(draft, warnings=draft.warnings + further)
