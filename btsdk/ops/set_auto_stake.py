"""The operation that chooses the hotkey on which mining incentive is staked."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.events.subtensor import AutoStakeDestinationSet
from btsdk.keys import ss58
from btsdk.ops.checks import no_subnet, settle_account, settle_netuid
from btsdk.reads.hotkeys import auto_stake
from btsdk.reads.neurons import uid
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetAutoStake"]


@dataclass(frozen=True)
class SetAutoStake:
    """Stake the coldkey's mining incentive of a subnet on this hotkey, from the next epoch on."""

    netuid: int
    hotkey: Account

    def __post_init__(self) -> None:
        settle_netuid(self)
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_coldkey_auto_stake_hotkey`."""
        hotkey = str(self.hotkey)
        before = yield from auto_stake(at, origin, self.netuid)
        refusals = yield from self._refusals(at, hotkey, before)
        effects = [f"incentive of {origin} on subnet {self.netuid} is staked on {hotkey}"]
        if before is not None and before != hotkey:
            effects.append(f"until now it was staked on {before}")
        call = calls.SetColdkeyAutoStakeHotkey(netuid=self.netuid, hotkey=hotkey)
        event = expected(
            AutoStakeDestinationSet,
            coldkey=ss58.decode(origin),
            netuid=self.netuid,
            hotkey=ss58.decode(hotkey),
        )
        return Draft(call, tuple(effects), expects=(event,), refusals=refusals)

    def _refusals(
        self, at: BlockContext, hotkey: str, before: str | None
    ) -> Program[tuple[Refusal, ...]]:
        if not (yield from subnet_exists(at, self.netuid)):
            return (no_subnet(self.netuid),)
        if (yield from uid(at, self.netuid, hotkey)) is None:
            reason = f"the hotkey {hotkey} is not registered on subnet {self.netuid}"
            return (Refusal("SubtensorModule.HotKeyNotRegisteredInSubNet", reason),)
        if before == hotkey:
            reason = f"it is staked on {hotkey} already"
            return (Refusal("SubtensorModule.SameAutoStakeHotkeyAlreadySet", reason),)
        return ()
