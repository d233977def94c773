"""The operation that swaps a hotkey's stake from one subnet to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.subtensor import StakeSwapped
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_account
from btsdk.ops.moving import StakeMove, check_move, survey
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable
from btsdk.tx.outcome import expected
from btsdk.units import Alpha, Tao

__all__ = ["SwapStake"]


@dataclass(frozen=True)
class SwapStake:
    """Swap stake from one subnet to another, on the same hotkey.

    `limit_price` is the least alpha of the destination's subnet for one alpha, after the swap; the
    chain keeps it. Below it nothing is swapped, or with `allow_partial` only the amount that fits.
    `amount="all"` swaps what is staked when the call is drafted.
    """

    hotkey: Account
    netuid: int
    to_netuid: int
    amount: Alpha | Literal["all"]
    limit_price: Alpha | None = None
    allow_partial: bool = False

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle(self, "netuid", 0, NETUID_MAX)
        settle(self, "to_netuid", 0, NETUID_MAX)
        if self.netuid == self.to_netuid:
            raise UsageError(f"the stake is on subnet {self.netuid} already")
        check_move(self.amount, self.netuid, self.to_netuid, self.limit_price)
        if self.allow_partial and self.limit_price is None:
            raise UsageError("partial filling needs a limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`swap_stake`, or `swap_stake_limit` where a price limit is set."""
        hotkey = str(self.hotkey)
        places = (origin, hotkey, self.netuid, origin, hotkey, self.to_netuid)
        move = StakeMove(*places, self.limit_price, by_chain=True, partial=self.allow_partial)
        found = yield from survey(at, move, self.amount)
        effects = (
            f"{found.moved:,} on {hotkey} is swapped from subnet {self.netuid} to subnet "
            f"{self.to_netuid}",
            *found.effects(move),
        )
        event = expected(
            StakeSwapped,
            coldkey=ss58.decode(origin),
            hotkey=ss58.decode(hotkey),
            origin_netuid=self.netuid,
            destination_netuid=self.to_netuid,
        )
        call = self._call(found.amount)
        return Draft(call, effects, found.warnings, expects=(event,), refusals=found.refusals)

    def _call(self, amount: Alpha) -> Encodable:
        if self.limit_price is None:
            return calls.SwapStake(
                hotkey=self.hotkey,
                origin_netuid=self.netuid,
                destination_netuid=self.to_netuid,
                alpha_amount=amount,
            )
        return calls.SwapStakeLimit(
            hotkey=self.hotkey,
            origin_netuid=self.netuid,
            destination_netuid=self.to_netuid,
            alpha_amount=amount,
            # The chain's limit is the ratio of the two prices, times 10^9.
            limit_price=Tao.from_rao(self.limit_price.rao),
            allow_partial=self.allow_partial,
        )
