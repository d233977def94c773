"""The operations that destroy stake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.descriptors import TypedEvent
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.subtensor import AlphaBurned, AlphaRecycled
from btsdk.keys import ss58
from btsdk.ops.checks import (
    ROOT,
    available_refusals,
    check_alpha,
    hotkey_refusals,
    no_subnet,
    settle_account,
    settle_netuid,
    subnet_refusals,
)
from btsdk.reads.stakes import stake
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.subtensor import SubnetAlphaOut
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Alpha

__all__ = ["BurnAlpha", "RecycleAlpha"]


@dataclass(frozen=True)
class _Destruction:
    """What both have; `amount="all"` takes what is staked when the call is drafted."""

    hotkey: Account
    netuid: int
    amount: Alpha | Literal["all"]

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        if self.amount != "all":
            check_alpha(self.amount, self.netuid)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`burn_alpha`, or `recycle_alpha`."""
        hotkey = str(self.hotkey)
        refusals = yield from destruction_refusals(at, hotkey, self.netuid)
        held = yield from stake(at, origin, hotkey, self.netuid)
        if not held:
            raise UsageError(f"{origin} has no stake on {hotkey} on subnet {self.netuid}")
        wanted = held if isinstance(self.amount, str) else self.amount
        amount = min(held, wanted)
        warnings: tuple[str, ...] = ("the stake is destroyed: nothing is paid for it",)
        if wanted > held:
            warnings += (f"the stake there is {held:,}: this takes all of it, not {wanted:,}",)
        refusals = refusals or (yield from _amount_refusals(at, origin, amount))
        event = expected(
            self._event(),
            coldkey=ss58.decode(origin),
            hotkey=ss58.decode(hotkey),
            netuid=self.netuid,
        )
        effects = self._effects(amount)
        call = self._call(wanted)
        return Draft(call, effects, warnings, expects=(event,), refusals=refusals)

    def _call(self, amount: Alpha) -> Encodable:
        raise NotImplementedError

    def _effects(self, amount: Alpha) -> tuple[str, ...]:
        raise NotImplementedError

    def _event(self) -> type[TypedEvent]:
        raise NotImplementedError


@dataclass(frozen=True)
class BurnAlpha(_Destruction):
    """Burn stake: its alpha still counts as issued, but nobody owns it. `amount="all"` burns what
    is staked when the call is drafted."""

    def _call(self, amount: Alpha) -> Encodable:
        return calls.BurnAlpha(hotkey=self.hotkey, amount=amount, netuid=self.netuid)

    def _effects(self, amount: Alpha) -> tuple[str, ...]:
        return (f"{amount:,} on {self.hotkey!s} on subnet {self.netuid} is burned",)

    def _event(self) -> type[TypedEvent]:
        return AlphaBurned


@dataclass(frozen=True)
class RecycleAlpha(_Destruction):
    """Recycle stake: its alpha leaves the issuance, and can be emitted again. `amount="all"`
    recycles what is staked when the call is drafted."""

    def _call(self, amount: Alpha) -> Encodable:
        return calls.RecycleAlpha(hotkey=self.hotkey, amount=amount, netuid=self.netuid)

    def _effects(self, amount: Alpha) -> tuple[str, ...]:
        return (
            f"{amount:,} on {self.hotkey!s} on subnet {self.netuid} is recycled: it can be emitted "
            "again",
        )

    def _event(self) -> type[TypedEvent]:
        return AlphaRecycled


def destruction_refusals(
    at: BlockContext, hotkey: str, netuid: int
) -> Program[tuple[Refusal, ...]]:
    """What the chain asks of the subnet and the hotkey."""
    if not (yield from subnet_exists(at, netuid)):
        return (no_subnet(netuid),)
    if netuid == ROOT:
        return (ROOT_REFUSAL,)
    return (yield from subnet_refusals(at, netuid)) or (yield from hotkey_refusals(at, hotkey))


def _amount_refusals(at: BlockContext, origin: str, amount: Alpha) -> Program[tuple[Refusal, ...]]:
    outstanding = yield from storage(at, SubnetAlphaOut, amount.netuid)
    if outstanding < amount.rao:
        reason = f"subnet {amount.netuid} has less alpha outstanding than {amount:,}"
        return (Refusal("SubtensorModule.InsufficientLiquidity", reason),)
    return (yield from available_refusals(at, origin, amount))


ROOT_REFUSAL = Refusal(
    "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
    "stake on the root network cannot be burned or recycled",
)
