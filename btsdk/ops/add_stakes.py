"""The operation that stakes on several hotkeys and subnets at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from btsdk.errors import UsageError
from btsdk.ops.add_stake import AddStake, even_share
from btsdk.ops.batch import ForceBatch
from btsdk.ops.checks import same_pool_warnings
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft

__all__ = ["AddStakes"]


@dataclass(frozen=True)
class AddStakes:
    """Independent stakes in one extrinsic (`ForceBatch`).

    Either every stake has an amount, or every one is "all": then the stakeable TAO is divided
    evenly.
    """

    stakes: Sequence[AddStake]

    def __post_init__(self) -> None:
        if len({stake.amount == "all" for stake in self.stakes}) > 1:
            raise UsageError("stakes of 'all' cannot be combined with stakes of an amount")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`force_batch` of `add_stake` and `add_stake_limit`."""
        stakes = self.stakes
        if stakes and stakes[0].amount == "all":
            share = yield from even_share(at, origin, len(stakes))
            stakes = [replace(stake, amount=share) for stake in stakes]
        draft = yield from ForceBatch(stakes).draft(at, origin)
        further = same_pool_warnings([stake.netuid for stake in stakes])
        return replace(draft, warnings=draft.warnings + further)
