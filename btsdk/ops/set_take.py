"""The operations that set a hotkey's takes: as a delegate, and as a child."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.subtensor import ChildKeyTakeSet, TakeDecreased, TakeIncreased
from btsdk.keys import ss58
from btsdk.ops.checks import (
    hotkey_refusals,
    own_hotkey_refusals,
    settle_account,
    settle_netuid,
)
from btsdk.ops.rate_limits import CHILDKEY_TAKE, too_early, wait_refusals
from btsdk.ops.shares import Share, parts_of, percent, share_of
from btsdk.reads.children import childkey_take, childkey_take_bounds
from btsdk.reads.delegates import TAKE_ONE, delegate_take, delegate_take_bounds
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor as s
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetChildkeyTake", "SetTake"]


@dataclass(frozen=True)
class SetTake:
    """Set the part of its stakers' dividends that a hotkey's owner takes.

    A `Fraction` or text (`18%`, `0.18`); the chain counts in parts of 65,535, rounded down here.
    Signed by the owner. The chain limits how soon a take can increase after its last change.
    """

    hotkey: Account
    take: Share

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        object.__setattr__(self, "take", share_of(self.take, "the take"))

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`increase_take`, or `decrease_take`."""
        hotkey, parts = str(self.hotkey), parts_of(share_of(self.take, "the take"), TAKE_ONE)
        now = yield from delegate_take(at, hotkey)
        before = parts_of(now, TAKE_ONE)
        if parts == before:
            raise UsageError(f"the take of {hotkey} is {percent(now)} already")
        increases = parts > before
        refusals = yield from self._refusals(at, origin, hotkey, parts, increases=increases)
        call: Encodable
        if increases:
            call = calls.IncreaseTake(hotkey=hotkey, take=parts)
        else:
            call = calls.DecreaseTake(hotkey=hotkey, take=parts)
        event = expected(
            TakeIncreased if increases else TakeDecreased,
            coldkey=ss58.decode(origin),
            hotkey=ss58.decode(hotkey),
            take=parts,
        )
        does = "increases" if increases else "decreases"
        share = Fraction(parts, TAKE_ONE)
        effects = (f"the take of {hotkey} {does} from {percent(now)} to {percent(share)}",)
        return Draft(call, effects, expects=(event,), refusals=refusals)

    def _refusals(
        self, at: BlockContext, origin: str, hotkey: str, parts: int, *, increases: bool
    ) -> Program[tuple[Refusal, ...]]:
        least, most = yield from delegate_take_bounds(at)
        share, bounds = Fraction(parts, TAKE_ONE), _bounds(least, most)
        if share < least:
            return (Refusal("SubtensorModule.DelegateTakeTooLow", bounds),)
        if share > most:
            return (Refusal("SubtensorModule.DelegateTakeTooHigh", bounds),)
        found = yield from hotkey_refusals(at, hotkey)
        found = found or (yield from own_hotkey_refusals(at, hotkey, origin))
        if found or not increases:
            return found
        last = yield from storage(at, s.LastRateLimitedBlock, ("LastTxBlockDelegateTake", hotkey))
        limit = yield from storage(at, s.TxDelegateTakeRateLimit)
        first = last + limit + 1
        if not (last and limit) or at.number + 1 >= first:
            return ()
        code, what = "SubtensorModule.DelegateTxRateLimitExceeded", "the take of this hotkey"
        return (too_early(at, code, what, last, first),)


@dataclass(frozen=True)
class SetChildkeyTake:
    """Set the part of its parents' dividends that a hotkey takes as a child on a subnet.

    A `Fraction` or text (`9%`, `0.09`); the chain counts in parts of 65,535, rounded down here.
    Signed by the owner. The chain limits how soon a take can increase after its last change.
    """

    hotkey: Account
    netuid: int
    take: Share

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        object.__setattr__(self, "take", share_of(self.take, "the take"))

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_childkey_take`."""
        hotkey, parts = str(self.hotkey), parts_of(share_of(self.take, "the take"), TAKE_ONE)
        share = Fraction(parts, TAKE_ONE)
        now = yield from childkey_take(at, hotkey, self.netuid)
        refusals = yield from own_hotkey_refusals(at, hotkey, origin)
        least, most = yield from childkey_take_bounds(at, self.netuid)
        if not refusals and not least <= share <= most:
            refusals = (Refusal("SubtensorModule.InvalidChildkeyTake", _bounds(least, most)),)
        if not refusals and share > now:
            refusals = yield from wait_refusals(at, CHILDKEY_TAKE, hotkey, self.netuid)
        effects = (
            f"the childkey take of {hotkey} on subnet {self.netuid} changes from {percent(now)} to "
            f"{percent(share)}",
        )
        call = calls.SetChildkeyTake(hotkey=hotkey, netuid=self.netuid, take=parts)
        event = expected(ChildKeyTakeSet, hotkey=ss58.decode(hotkey), take=parts)
        return Draft(call, effects, expects=(event,), refusals=refusals)


def _bounds(least: Fraction, most: Fraction) -> str:
    return f"the chain allows a take from {percent(least)} to {percent(most)}"
