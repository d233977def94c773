"""The operation that replaces a hotkey by another one."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.constants import subtensor as constants
from btsdk.errors import IncompatibleItem
from btsdk.events.subtensor import HotkeySwapped, HotkeySwappedOnSubnet
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, balance_refusals, settle_account, system_refusals
from btsdk.reads.neurons import owner
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many, storage_map
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Tao

__all__ = ["SwapHotkey"]


@dataclass(frozen=True)
class SwapHotkey:
    """Replace a hotkey by a new one, signed by the coldkey that owns it.

    The neuron keeps its uid. Without a netuid it happens on all subnets, for a higher price.
    `keep_stake` leaves the stake on the old hotkey; otherwise that of all its stakers moves, too.
    """

    hotkey: str
    new_hotkey: str
    netuid: int | None = None
    keep_stake: bool = False

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_account(self, "new_hotkey")
        if self.netuid is not None:
            settle(self, "netuid", 0, NETUID_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`swap_hotkey_v2`, or `swap_hotkey` on a runtime without it."""
        refusals = yield from self._refusals(at, origin)
        cost = self._cost(at)
        if not refusals:
            refusals = yield from balance_refusals(at, origin, cost, _SHORT)
        warnings: tuple[str, ...] = ()
        if self.netuid is not None and not (yield from subnet_exists(at, self.netuid)):
            warnings = (f"there is no subnet {self.netuid}: only the cost is spent",)
        return Draft(
            self._call(at),
            self._effects(cost),
            warnings,
            spends=cost,
            expects=(self._event(origin),),
            refusals=refusals,
            if_short=_SHORT,
        )

    def _cost(self, at: BlockContext) -> Tao:
        item = constants.KeySwapCost if self.netuid is None else constants.KeySwapOnSubnetCost
        return Tao.from_rao(constant(at, item))

    def _call(self, at: BlockContext) -> Encodable:
        names = {"hotkey": self.hotkey, "new_hotkey": self.new_hotkey}
        if "swap_hotkey_v2" in at.metadata.pallet("SubtensorModule").calls:
            return calls.SwapHotkeyV2(**names, netuid=self.netuid, keep_stake=self.keep_stake)
        if self.keep_stake:
            raise IncompatibleItem("SubtensorModule.swap_hotkey_v2", "a call", None)
        return calls.SwapHotkey(**names, netuid=self.netuid)

    def _effects(self, cost: Tao) -> tuple[str, ...]:
        where = "on all subnets" if self.netuid is None else f"on subnet {self.netuid}"
        stake = f"its stake stays on {self.hotkey}"
        if not self.keep_stake:
            stake = f"the stake of all its stakers moves to {self.new_hotkey}"
        return (
            f"{self.hotkey} is replaced by {self.new_hotkey} {where}",
            stake,
            f"{cost:,} is recycled",
        )

    def _event(self, origin: str) -> Expected:
        fields = {
            "coldkey": ss58.decode(origin),
            "old_hotkey": ss58.decode(self.hotkey),
            "new_hotkey": ss58.decode(self.new_hotkey),
        }
        if self.netuid is None:
            return expected(HotkeySwapped, **fields)
        return expected(HotkeySwappedOnSubnet, **fields, netuid=self.netuid)

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        for hotkey in (self.hotkey, self.new_hotkey):
            found = yield from owner(at, hotkey)
            if found != origin and (found is not None or hotkey == self.hotkey):
                holder = "no coldkey" if found is None else found
                reason = f"the hotkey {hotkey} belongs to {holder}"
                return (Refusal("SubtensorModule.NonAssociatedColdKey", reason),)
        if self.hotkey == self.new_hotkey:
            reason = "the new hotkey is the old one"
            return (Refusal("SubtensorModule.NewHotKeyIsSameWithOld", reason),)
        for check in (_too_soon(at, origin), self._taken(at), self._unclean(at)):
            refusal = yield from check
            if refusal is not None:
                return (refusal,)
        refusal = yield from self._interval(at, origin)
        return system_refusals(self.new_hotkey) if refusal is None else (refusal,)

    def _taken(self, at: BlockContext) -> Program[Refusal | None]:
        members = yield from storage_map(at, subtensor.IsNetworkMember, self.new_hotkey)
        netuids = {netuid for (_, netuid), member in members if member}
        if not netuids or (self.netuid is not None and self.netuid not in netuids):
            return None
        netuid = min(netuids) if self.netuid is None else self.netuid
        reason = f"the new hotkey is registered on subnet {netuid} already"
        return Refusal("SubtensorModule.HotKeyAlreadyRegisteredInSubNet", reason)

    def _unclean(self, at: BlockContext) -> Program[Refusal | None]:
        """Root stake and dividends of the new hotkey could not be told from those that move."""
        if self.netuid not in (None, ROOT):
            return None
        new = self.new_hotkey
        claimable, stake = yield from storage_many(
            at, [(subtensor.RootClaimable, (new,)), (subtensor.TotalHotkeyAlpha, (new, ROOT))]
        )
        claimed = yield from storage_map(at, subtensor.RootClaimed, ROOT, new)
        if not (claimable or stake or claimed):
            return None
        reason = "the new hotkey has stake or dividends on the root network"
        return Refusal("SubtensorModule.NewHotKeyNotCleanForRootSwap", reason)

    def _interval(self, at: BlockContext, origin: str) -> Program[Refusal | None]:
        interval = constant(at, constants.HotkeySwapOnSubnetInterval)
        netuids = yield from self._affected(at)
        lasts = yield from storage_many(
            at, [(subtensor.LastHotkeySwapOnNetuid, (netuid, origin)) for netuid in netuids]
        )
        for netuid, last in zip(netuids, lasts, strict=True):
            free_at = last + interval + 1
            # For a single subnet the chain counts from block 0 if there was no swap yet.
            if (last or self.netuid is not None) and at.number + 1 < free_at:
                reason = (
                    f"the coldkey swapped a hotkey on subnet {netuid} in block {last:,}: it can "
                    f"swap the next one in block {free_at:,}"
                )
                return Refusal("SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed", reason)
        return None

    def _affected(self, at: BlockContext) -> Program[list[int]]:
        if self.netuid is not None:
            return [self.netuid]
        members = yield from storage_map(at, subtensor.IsNetworkMember, self.hotkey)
        children = yield from storage_map(at, subtensor.ChildKeys, self.hotkey)
        return sorted({netuid for (_, netuid), value in (*members, *children) if value})


def _too_soon(at: BlockContext, coldkey: str) -> Program[Refusal | None]:
    account = ss58.decode(coldkey)
    last = yield from storage(at, subtensor.LastRateLimitedBlock, ("LastTxBlock", account))
    limit = yield from storage(at, subtensor.TxRateLimit)
    free_at = last + limit + 1
    if not limit or not last or at.number + 1 >= free_at:
        return None
    reason = (
        f"the coldkey swapped a key in block {last:,}, and the rate limit is {limit:,} blocks: "
        f"the next swap is possible in block {free_at:,}"
    )
    return Refusal("SubtensorModule.HotKeySetTxRateLimitExceeded", reason)


_SHORT = "SubtensorModule.NotEnoughBalanceToPaySwapHotKey"
