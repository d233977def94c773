"""The operations of a coldkey swap: announce, execute, dispute, clear."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import (
    ColdkeySwapAnnounced,
    ColdkeySwapCleared,
    ColdkeySwapDisputed,
    ColdkeySwapped,
)
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.ops.checks import balance_refusals, settle_account
from btsdk.reads.coldkey_swaps import ColdkeySwap, coldkey_swap, coldkey_swap_rules
from btsdk.reads.neurons import owner
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["AnnounceColdkeySwap", "ClearColdkeySwap", "DisputeColdkeySwap", "SwapColdkey"]


@dataclass(frozen=True)
class AnnounceColdkeySwap:
    """Announce that all of a coldkey moves to a new one. Only the new key's hash is published.

    The swap can be executed after a delay (`SwapColdkey`). Until then the coldkey can do nothing
    else. After a further delay the announcement can be replaced by another one, or cleared.
    """

    new_coldkey: str

    def __post_init__(self) -> None:
        settle_account(self, "new_coldkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`announce_coldkey_swap`."""
        account = ss58.decode(self.new_coldkey)
        rules = yield from coldkey_swap_rules(at)
        swap = yield from coldkey_swap(at, origin)
        refusals = _disputed(swap)
        if swap is None:
            refusals = yield from balance_refusals(at, origin, rules.cost, _SHORT)
        elif not refusals and at.number + 1 < swap.clearable_at:
            reason = f"another announcement is possible from block {swap.clearable_at:,} on"
            refusals = (Refusal("SubtensorModule.ColdkeySwapReannouncedTooEarly", reason),)
        opens = at.number + 1 + rules.delay
        effects: tuple[str, ...] = (
            f"the swap of {origin} to {self.new_coldkey} is announced",
            f"it can be executed from block {opens:,} on, and cleared or replaced from block "
            f"{opens + rules.reannouncement_delay:,} on",
        )
        if swap is None:
            effects += (f"{rules.cost:,} is recycled",)
        warnings: tuple[str, ...] = (
            "until it is executed or cleared, the coldkey can do nothing else",
        )
        warnings += tuple(one.reason for one in (yield from _unusable(at, self.new_coldkey)))
        new_hash = blake2_256(account)
        who = ss58.decode(origin)
        return Draft(
            calls.AnnounceColdkeySwap(new_coldkey_hash=new_hash),
            effects,
            warnings,
            spends=rules.cost if swap is None else None,
            expects=(expected(ColdkeySwapAnnounced, who=who, new_coldkey_hash=new_hash),),
            refusals=refusals,
            if_short=_SHORT,
        )


@dataclass(frozen=True)
class SwapColdkey:
    """Execute an announced swap, signed by the old coldkey: subnets, hotkeys, stake, locks and all
    TAO move to the new one."""

    new_coldkey: str

    def __post_init__(self) -> None:
        settle_account(self, "new_coldkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`swap_coldkey_announced`."""
        new = ss58.decode(self.new_coldkey)
        swap = yield from coldkey_swap(at, origin)
        refusals = self._refusals(at, swap)
        if not refusals:
            refusals = yield from _unusable(at, self.new_coldkey)
        return Draft(
            calls.SwapColdkeyAnnounced(new_coldkey=new),
            (
                f"subnets, hotkeys, stake and locks of {origin} move to {self.new_coldkey}",
                "all its TAO moves, too, and the old account is removed",
            ),
            ("the swap cannot be undone",),
            expects=(expected(ColdkeySwapped, old_coldkey=ss58.decode(origin), new_coldkey=new),),
            refusals=refusals,
        )

    def _refusals(self, at: BlockContext, swap: ColdkeySwap | None) -> tuple[Refusal, ...]:
        if swap is None:
            return (_not_announced(),)
        if swap.disputed_at is not None:
            return _disputed(swap)
        if swap.new_coldkey_hash != blake2_256(ss58.decode(self.new_coldkey)):
            reason = "the swap was announced to another coldkey"
            return (Refusal("SubtensorModule.AnnouncedColdkeyHashDoesNotMatch", reason),)
        if at.number + 1 < swap.executable_at:
            reason = f"the swap can be executed from block {swap.executable_at:,} on"
            return (Refusal("SubtensorModule.ColdkeySwapTooEarly", reason),)
        return ()


@dataclass(frozen=True)
class DisputeColdkeySwap:
    """Dispute the announced swap of the signing coldkey, because someone else has the key, too.

    The coldkey can do nothing from then on, until root resets or executes the swap.
    """

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`dispute_coldkey_swap`."""
        swap = yield from coldkey_swap(at, origin)
        return Draft(
            calls.DisputeColdkeySwap(),
            (f"the announced swap of {origin} is disputed, and cannot be executed",),
            ("only root can end a dispute: until then the coldkey can do nothing at all",),
            expects=(expected(ColdkeySwapDisputed, coldkey=ss58.decode(origin)),),
            refusals=(_not_announced(),) if swap is None else _disputed(swap),
        )


@dataclass(frozen=True)
class ClearColdkeySwap:
    """Cancel the announced swap of the signing coldkey."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`clear_coldkey_swap_announcement`."""
        swap = yield from coldkey_swap(at, origin)
        refusals = (_not_announced(),) if swap is None else _disputed(swap)
        if swap is not None and not refusals and at.number + 1 < swap.clearable_at:
            reason = f"the announcement can be cleared from block {swap.clearable_at:,} on"
            refusals = (Refusal("SubtensorModule.ColdkeySwapClearTooEarly", reason),)
        return Draft(
            calls.ClearColdkeySwapAnnouncement(),
            (f"the announced swap of {origin} is cancelled",),
            expects=(expected(ColdkeySwapCleared, who=ss58.decode(origin)),),
            refusals=refusals,
        )


def _not_announced() -> Refusal:
    reason = "the coldkey has announced no swap"
    return Refusal("SubtensorModule.ColdkeySwapAnnouncementNotFound", reason)


def _disputed(swap: ColdkeySwap | None) -> tuple[Refusal, ...]:
    if swap is None or swap.disputed_at is None:
        return ()
    reason = f"the swap is disputed since block {swap.disputed_at:,}: only root can end that"
    return (Refusal("SubtensorModule.ColdkeySwapDisputed", reason),)


def _unusable(at: BlockContext, new_coldkey: str) -> Program[tuple[Refusal, ...]]:
    """A refusal if the new coldkey has stake, or is a hotkey."""
    if (yield from storage(at, subtensor.StakingHotkeys, new_coldkey)):
        reason = f"{new_coldkey} has staked: take a new coldkey"
        return (Refusal("SubtensorModule.ColdKeyAlreadyAssociated", reason),)
    if (yield from owner(at, new_coldkey)) is not None:
        reason = f"{new_coldkey} is a hotkey: take a new coldkey"
        return (Refusal("SubtensorModule.NewColdKeyIsHotkey", reason),)
    return ()


_SHORT = "SubtensorModule.NotEnoughBalanceToPaySwapColdKey"
