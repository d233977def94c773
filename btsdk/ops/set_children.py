"""The operation that sets the child hotkeys of a hotkey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.subtensor import SetChildren as ChildrenSet
from btsdk.events.subtensor import SetChildrenScheduled
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, no_subnet, own_hotkey_refusals, settle_account, settle_netuid
from btsdk.ops.rate_limits import CHILDREN, wait_refusals
from btsdk.ops.shares import Share, parts_of, percent, share_of
from btsdk.reads.accounts import address_of
from btsdk.reads.children import ALL, children, parents
from btsdk.reads.hotkeys import hotkey_stakes
from btsdk.reads.prices import prices
from btsdk.reads.subnets import staking_open, subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor as s
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["SetChildren"]

_MOST = 5
"""The chain's limit of children of one hotkey on one subnet."""


@dataclass(frozen=True)
class SetChildren:
    """Give shares of a hotkey's stake on a subnet to child hotkeys; they replace the present ones,
    and an empty list revokes all.

    A share is a `Fraction` or text (`25%`, `0.25`, `1/4`); the chain counts in parts of 2^64 - 1,
    rounded down here. Signed by the coldkey that owns the hotkey. On a subnet that has started they
    take effect in the first epoch after the chain's cooldown.
    """

    hotkey: Account
    netuid: int
    children: Sequence[tuple[Account, Share]]

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        if isinstance(self.children, (str, bytes)) or not isinstance(self.children, Sequence):
            raise UsageError("children are a list of (hotkey, share)")
        settled = tuple(_settled(child) for child in self.children)
        object.__setattr__(self, "children", settled)
        _check(str(self.hotkey), settled)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_children`."""
        hotkey, wanted = str(self.hotkey), [_settled(child) for child in self.children]
        refusals = yield from self._refusals(at, origin, hotkey)
        started = yield from staking_open(at, self.netuid)
        call = calls.SetChildren(
            hotkey=hotkey,
            netuid=self.netuid,
            children=[(parts_of(share, ALL), child) for child, share in wanted],
        )
        effects = yield from self._effects(at, hotkey, wanted, started=started)
        kind = SetChildrenScheduled if started else ChildrenSet
        event = expected(kind, hotkey=ss58.decode(hotkey), netuid=self.netuid)
        return Draft(call, effects, expects=(event,), refusals=refusals)

    def _effects(
        self,
        at: BlockContext,
        hotkey: str,
        wanted: Sequence[tuple[str, Fraction]],
        *,
        started: bool,
    ) -> Program[tuple[str, ...]]:
        effects = [
            f"{child} gets {percent(share)} of the stake of {hotkey} on subnet {self.netuid}"
            for child, share in wanted
        ]
        kept = {child for child, _ in wanted}
        now = yield from children(at, hotkey, self.netuid)
        effects += [
            f"{one.hotkey} loses its {percent(one.share)}" for one in now if one.hotkey not in kept
        ]
        if not wanted:
            effects.insert(0, f"{hotkey} has no children on subnet {self.netuid} any more")
        if started:
            cooldown = yield from storage(at, s.PendingChildKeyCooldown)
            due = at.number + 1 + cooldown
            effects.append(f"in the first epoch after block {due} ({cooldown:,} blocks from now)")
        return tuple(effects)

    def _refusals(self, at: BlockContext, origin: str, hotkey: str) -> Program[tuple[Refusal, ...]]:
        found = yield from wait_refusals(at, CHILDREN, hotkey, self.netuid)
        if found:
            return found
        if self.netuid == ROOT:
            reason = "a hotkey has no children on the root network"
            return (Refusal("SubtensorModule.RegistrationNotPermittedOnRootSubnet", reason),)
        if not (yield from subnet_exists(at, self.netuid)):
            return (no_subnet(self.netuid),)
        found = yield from own_hotkey_refusals(at, hotkey, origin)
        if found:
            return found
        above = {one.hotkey for one in (yield from parents(at, hotkey, self.netuid))}
        for child, _ in self.children:
            if child in above:
                reason = f"{child} is a parent of {hotkey} on subnet {self.netuid}"
                return (Refusal("SubtensorModule.ChildParentInconsistency", reason),)
        return (yield from self._threshold_refusals(at, hotkey))

    def _threshold_refusals(self, at: BlockContext, hotkey: str) -> Program[tuple[Refusal, ...]]:
        """A hotkey needs the chain's least stake, unless it is the subnet owner's."""
        least = yield from storage(at, s.StakeThreshold)
        if not self.children or not least:
            return ()
        if (yield from storage(at, s.SubnetOwnerHotkey, self.netuid)) == ss58.decode(hotkey):
            return ()
        held = yield from hotkey_stakes(at, hotkey)
        current = yield from prices(at)
        # One rao more than the reported price, so that a refusal is certain.
        near = Tao.from_rao(1)
        values = (alpha.at(current.get(on, Tao.zero()) + near) for on, alpha in held.items())
        worth = sum(values, Tao.zero())
        if worth.rao >= least:
            return ()
        reason = (
            f"the stake on {hotkey} is worth about {worth:,}, and a parent needs "
            f"{Tao.from_rao(least):,}"
        )
        return (Refusal("SubtensorModule.NotEnoughStakeToSetChildkeys", reason),)


def _settled(child: object) -> tuple[str, Fraction]:
    if not isinstance(child, tuple) or len(child) != 2:
        raise UsageError(f"a child is (hotkey, share), not {child!r}")
    hotkey, share = child
    return address_of(hotkey, "a child"), share_of(share, "a child's share")


def _check(hotkey: str, wanted: Sequence[tuple[str, Fraction]]) -> None:
    named = [child for child, _ in wanted]
    if len(named) > _MOST:
        raise UsageError(f"a hotkey has at most {_MOST} children on a subnet, not {len(named)}")
    if len(set(named)) < len(named):
        raise UsageError("a child is named twice")
    if hotkey in named:
        raise UsageError("a hotkey is not its own child")
    for child, share in wanted:
        if not parts_of(share, ALL):
            raise UsageError(f"the share of {child} is zero", hint="Leave it out of the list.")
    total = sum((share for _, share in wanted), Fraction(0))
    if total > 1:
        raise UsageError(f"the shares are {percent(total)} together, and 100 % is all")
