"""The operations that transfer TAO."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import balances as calls
from btsdk.events.balances import Transfer as Moved
from btsdk.keys import ss58
from btsdk.ops.checks import balance_refusals, balance_warnings, check_address, check_tao
from btsdk.reads.balances import balance, existential_deposit
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import Expected, expected
from btsdk.units import Tao

__all__ = ["Transfer", "TransferAll"]


@dataclass(frozen=True)
class Transfer:
    """Send TAO. The sending account keeps the existential deposit unless `allow_death` is set."""

    dest: str
    amount: Tao
    allow_death: bool = False

    def __post_init__(self) -> None:
        check_address(self.dest, "dest")
        check_tao(self.amount)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`transfer_keep_alive`, or `transfer_allow_death`."""
        account = ss58.decode(self.dest)
        call: Encodable
        if self.allow_death:
            call = calls.TransferAllowDeath(dest=account, value=self.amount)
        else:
            call = calls.TransferKeepAlive(dest=account, value=self.amount)
        refusals = yield from self._refusals(at, origin)
        warnings: tuple[str, ...] = ()
        if self.allow_death:
            warnings = yield from balance_warnings(at, origin, self.amount)
        if self.dest == origin:
            warnings += ("the account sends to itself: only the fee is spent",)
        effects = (f"{origin} sends {self.amount:,} to {self.dest}",)
        return Draft(
            call,
            effects,
            warnings,
            spends=self.amount,
            expects=_sent(origin, self.dest, amount=self.amount.rao),
            refusals=refusals,
        )

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        held = yield from balance(at, origin)
        code = "Token.Frozen" if self.amount <= held.free else "Token.FundsUnavailable"
        found = yield from balance_refusals(at, origin, self.amount, code)
        least = existential_deposit(at)
        left = held.free - self.amount
        if not (found or self.allow_death) and left < least:
            reason = f"it leaves {left:,}, below the existential deposit of {least:,}"
            found = (Refusal("Token.NotExpendable", reason),)
        there = yield from balance(at, self.dest)
        if there.free + self.amount < least and self.dest != origin:
            reason = f"the receiving account would hold less than {least:,}"
            found += (Refusal("Token.BelowMinimum", reason),)
        return found


@dataclass(frozen=True)
class TransferAll:
    """Send the whole transferable balance. With `keep_alive` the existential deposit remains."""

    dest: str
    keep_alive: bool = False

    def __post_init__(self) -> None:
        check_address(self.dest, "dest")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`transfer_all`; the chain deducts the fee first."""
        held = yield from balance(at, origin)
        call = calls.TransferAll(dest=ss58.decode(self.dest), keep_alive=self.keep_alive)
        effects = (f"{origin} sends all it can, about {held.transferable:,}, to {self.dest}",)
        warnings = () if self.keep_alive else ("the sending account is emptied and removed",)
        return Draft(call, effects, warnings, expects=_sent(origin, self.dest))


def _sent(origin: str, dest: str, **amount: int) -> tuple[Expected, ...]:
    """The expected event of a transfer; the chain reports none for a transfer to oneself."""
    if origin == dest:
        return ()
    return (expected(Moved, from_=ss58.decode(origin), to=ss58.decode(dest), **amount),)
