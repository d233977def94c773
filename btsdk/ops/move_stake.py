"""The operation that moves stake to another hotkey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.descriptors import TypedCall
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.subtensor import StakeMoved
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_account
from btsdk.ops.moving import StakeMove, check_move, survey
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft
from btsdk.tx.outcome import expected
from btsdk.units import Alpha, Tao

__all__ = ["MoveStake"]


@dataclass(frozen=True)
class MoveStake:
    """Move stake to another hotkey, on the same subnet or on another one.

    Between subnets the alpha is sold, and the other subnet's alpha bought. `limit_price` is the
    least alpha of the destination's subnet for one alpha, after the move. The chain keeps it if it
    has `move_stake_limit` (after spec version 425); otherwise the SDK checks it when it drafts the
    call, and raises `UsageError` beyond it. `amount="all"` moves what is staked then.
    """

    hotkey: Account
    netuid: int
    to_hotkey: Account
    to_netuid: int
    amount: Alpha | Literal["all"]
    limit_price: Alpha | None = None

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_account(self, "to_hotkey")
        settle(self, "netuid", 0, NETUID_MAX)
        settle(self, "to_netuid", 0, NETUID_MAX)
        check_move(self.amount, self.netuid, self.to_netuid, self.limit_price)
        if (self.hotkey, self.netuid) == (self.to_hotkey, self.to_netuid):
            raise UsageError("the stake is on that hotkey and subnet already")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`move_stake`, or `move_stake_limit` where the chain has it."""
        hotkey, to_hotkey = str(self.hotkey), str(self.to_hotkey)
        by_chain = "move_stake_limit" in at.metadata.pallet("SubtensorModule").calls
        places = (origin, hotkey, self.netuid, origin, to_hotkey, self.to_netuid)
        move = StakeMove(*places, self.limit_price, by_chain=by_chain)
        found = yield from survey(at, move, self.amount)
        call = self._call(found.amount, by_chain=by_chain)
        effects = (
            f"{found.moved:,} moves from {hotkey} on subnet {self.netuid} to {to_hotkey} on subnet "
            f"{self.to_netuid}",
            *found.effects(move),
        )
        event = expected(
            StakeMoved,
            coldkey=ss58.decode(origin),
            origin_hotkey=ss58.decode(hotkey),
            origin_netuid=self.netuid,
            destination_hotkey=ss58.decode(to_hotkey),
            destination_netuid=self.to_netuid,
        )
        return Draft(call, effects, found.warnings, expects=(event,), refusals=found.refusals)

    def _call(self, amount: Alpha, *, by_chain: bool) -> TypedCall:
        if self.limit_price is None or not by_chain:
            return calls.MoveStake(
                origin_hotkey=self.hotkey,
                destination_hotkey=self.to_hotkey,
                origin_netuid=self.netuid,
                destination_netuid=self.to_netuid,
                alpha_amount=amount,
            )
        return calls.MoveStakeLimit(
            origin_hotkey=self.hotkey,
            destination_hotkey=self.to_hotkey,
            origin_netuid=self.netuid,
            destination_netuid=self.to_netuid,
            alpha_amount=amount,
            limit_price=Tao.from_rao(self.limit_price.rao),  # the ratio of the prices, times 10^9
            allow_partial=False,
        )
