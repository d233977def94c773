"""The operation that transfers stake to another coldkey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.events.subtensor import StakeTransferred
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_account, settle_netuid
from btsdk.ops.moving import StakeMove, check_move, survey
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Alpha

__all__ = ["TransferStake"]


@dataclass(frozen=True)
class TransferStake:
    """Transfer stake on a hotkey to another coldkey, on the same subnet or (`to_netuid`) on another
    one.

    Between subnets the alpha is sold, and the other subnet's alpha bought. The chain's call has no
    price limit: `limit_price` (the least alpha of the destination's subnet for one alpha, after the
    transfer) is checked by the SDK when it drafts the call, which raises `UsageError` beyond it.
    `amount="all"` transfers what is staked then.
    """

    dest: Account
    hotkey: Account
    netuid: int
    amount: Alpha | Literal["all"]
    to_netuid: int | None = None
    limit_price: Alpha | None = None

    def __post_init__(self) -> None:
        settle_account(self, "dest")
        settle_account(self, "hotkey")
        settle_netuid(self)
        if self.to_netuid is not None:
            settle(self, "to_netuid", 0, NETUID_MAX)
        check_move(self.amount, self.netuid, self._destination, self.limit_price)

    @property
    def _destination(self) -> int:
        return self.netuid if self.to_netuid is None else self.to_netuid

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`transfer_stake`."""
        dest, hotkey, netuid, to_netuid = (
            str(self.dest),
            str(self.hotkey),
            self.netuid,
            self._destination,
        )
        move = StakeMove(origin, hotkey, netuid, dest, hotkey, to_netuid, self.limit_price)
        found = yield from survey(at, move, self.amount)
        refusals = found.refusals
        if dest == origin and netuid == to_netuid:
            reason = f"{origin} has this stake already: it would be transferred to itself"
            refusals = (Refusal("SubtensorModule.SameNetuid", reason),)
        call = calls.TransferStake(
            destination_coldkey=dest,
            hotkey=hotkey,
            origin_netuid=netuid,
            destination_netuid=to_netuid,
            alpha_amount=found.amount,
        )
        where = f"on subnet {netuid}" if not move.crosses else f"of subnet {netuid}, as stake on "
        where += f"subnet {to_netuid}" if move.crosses else ""
        effects = (
            f"{origin} gives {found.moved:,} on {hotkey} {where} to {dest}",
            *found.effects(move),
        )
        event = expected(
            StakeTransferred,
            origin_coldkey=ss58.decode(origin),
            destination_coldkey=ss58.decode(dest),
            hotkey=ss58.decode(hotkey),
            origin_netuid=netuid,
            destination_netuid=to_netuid,
        )
        return Draft(call, effects, found.warnings, expects=(event,), refusals=refusals)
