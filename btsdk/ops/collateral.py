"""The operations on a miner's collateral, on chains that have it (after spec version 425)."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors import TypedCall
from btsdk.descriptors.inputs import Account
from btsdk.errors import AmountError, UsageError
from btsdk.ops.checks import (
    ROOT,
    check_alpha,
    check_tao,
    no_subnet,
    own_hotkey_refusals,
    settle_account,
    settle_netuid,
)
from btsdk.reads.collateral import Collateral, collateral
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.units import Alpha, Tao

__all__ = ["AddCollateral", "SetMinCollateral"]


@dataclass(frozen=True)
class AddCollateral:
    """Lock more alpha as the collateral of an own hotkey.

    The chain takes the coldkey's free stake on the hotkey first, and buys what is missing with TAO,
    at most at `limit_price` (TAO for one alpha); above it nothing happens. What the hotkey earns
    releases the lock again, down to the least of `SetMinCollateral`.
    """

    netuid: int
    hotkey: Account
    amount: Alpha
    limit_price: Tao

    def __post_init__(self) -> None:
        _settle(self)
        check_alpha(self.amount, self.netuid)
        check_tao(self.limit_price, "the limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`add_collateral`."""
        hotkey = str(self.hotkey)
        call = calls.AddCollateral(
            netuid=self.netuid, hotkey=hotkey, alpha=self.amount, limit_price=self.limit_price
        )
        held, refusals = yield from _looked_at(at, call, self.netuid, hotkey, origin)
        before = Alpha.zero(self.netuid) if held is None else held.locked
        effects = (
            f"{self.amount:,} is locked as collateral of {hotkey} on subnet {self.netuid}",
            f"its collateral is then {before + self.amount:,}",
            f"what the stake does not cover is bought, at most at {self.limit_price:,} for one "
            "alpha",
        )
        return Draft(call, effects, refusals=refusals)


@dataclass(frozen=True)
class SetMinCollateral:
    """Set the least collateral of an own hotkey: below it nothing is released, and what the hotkey
    earns is locked until it is reached. Zero removes it."""

    netuid: int
    hotkey: Account
    amount: Alpha

    def __post_init__(self) -> None:
        _settle(self)
        if not isinstance(self.amount, Alpha) or self.amount.netuid != self.netuid:
            raise AmountError(f"the amount is in alpha of subnet {self.netuid}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_min_collateral`."""
        hotkey = str(self.hotkey)
        call = calls.SetMinCollateral(netuid=self.netuid, hotkey=hotkey, min_locked=self.amount)
        held, refusals = yield from _looked_at(at, call, self.netuid, hotkey, origin)
        effects = [f"at least {self.amount:,} stays the collateral of {hotkey}"]
        if not self.amount.rao:
            effects = [f"the collateral of {hotkey} has no least amount any more"]
        locked = Alpha.zero(self.netuid) if held is None else held.locked
        if locked < self.amount:
            effects.append(f"what it earns is locked until {self.amount - locked:,} more is there")
        return Draft(call, tuple(effects), refusals=refusals)


def _settle(operation: AddCollateral | SetMinCollateral) -> None:
    settle_account(operation, "hotkey")
    settle_netuid(operation)
    if operation.netuid == ROOT:
        raise UsageError("the root network has no collateral")


def _looked_at(
    at: BlockContext, call: TypedCall, netuid: int, hotkey: str, origin: str
) -> Program[tuple[Collateral | None, tuple[Refusal, ...]]]:
    """What is locked now, and the certain refusals; a chain without the call raises
    `IncompatibleItem`."""
    call.require(at.metadata)
    if not (yield from subnet_exists(at, netuid)):
        return None, (no_subnet(netuid),)
    held = yield from collateral(at, netuid, hotkey, origin)
    return held, (yield from own_hotkey_refusals(at, hotkey, origin))
