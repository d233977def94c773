"""The operations on a coldkey's lock: lock stake, move the lock, and whether it decays."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.events.subtensor import LockMoved, PerpetualLockUpdated, StakeLocked
from btsdk.keys import ss58
from btsdk.ops.batch import Batch
from btsdk.ops.checks import check_alpha, hotkey_refusals, settle_account, settle_netuid
from btsdk.reads.locks import StakeLock, coldkey_lock, is_perpetual_lock
from btsdk.reads.neurons import owner
from btsdk.reads.stakes import stake_availability
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.subtensor import UnlockRate
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Alpha

__all__ = ["LockStake", "MoveLock", "SetPerpetualLock"]


@dataclass(frozen=True)
class LockStake:
    """Lock alpha of a subnet to a hotkey, to give it conviction; a further amount adds to the lock.

    Locked alpha cannot be unstaked, burned or moved to another subnet. Unless the lock is perpetual
    (`SetPerpetualLock`), it is released with time; `perpetual` sets that in the same transaction. A
    coldkey has one lock on a subnet.
    """

    hotkey: Account
    netuid: int
    amount: Alpha
    perpetual: bool | None = None

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        check_alpha(self.amount, self.netuid)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`lock_stake`, after `set_perpetual_lock` if that changes."""
        now = yield from is_perpetual_lock(at, origin, self.netuid)
        if self.perpetual is None or self.perpetual == now:
            return (yield from _Locking(self, now).draft(at, origin))
        both = SetPerpetualLock(self.netuid, self.perpetual), _Locking(self, self.perpetual)
        return (yield from Batch(both).draft(at, origin))


@dataclass(frozen=True)
class _Locking:
    """The call that locks, as it acts while the lock is perpetual or not."""

    order: LockStake
    perpetual: bool

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`lock_stake`."""
        netuid, amount, hotkey = self.order.netuid, self.order.amount, str(self.order.hotkey)
        lock = yield from coldkey_lock(at, origin, netuid)
        refusals = yield from self._refusals(at, origin, hotkey, lock)
        whole = amount if lock is None else lock.amount + amount
        effects = [f"{amount:,} on subnet {netuid} is locked to {hotkey}"]
        if lock is not None:
            effects.append(f"the lock is then {whole:,}")
        warnings = yield from _release(at, self.perpetual)
        call = calls.LockStake(hotkey=hotkey, netuid=netuid, amount=amount)
        event = expected(
            StakeLocked,
            coldkey=ss58.decode(origin),
            hotkey=ss58.decode(hotkey),
            netuid=netuid,
            amount=amount.rao,
        )
        return Draft(call, tuple(effects), warnings, expects=(event,), refusals=refusals)

    def _refusals(
        self, at: BlockContext, origin: str, hotkey: str, lock: StakeLock | None
    ) -> Program[tuple[Refusal, ...]]:
        netuid, amount = self.order.netuid, self.order.amount
        found = yield from hotkey_refusals(at, hotkey)
        if found:
            return found
        if lock is not None and lock.hotkey != hotkey:
            reason = f"the coldkey's lock on subnet {netuid} is to {lock.hotkey}"
            return (Refusal("SubtensorModule.LockHotkeyMismatch", reason),)
        held = yield from stake_availability(at, origin, netuid)
        if held.available < amount:
            reason = (
                f"the coldkey has {held.total:,} on subnet {netuid}, {held.locked:,} of it "
                f"locked already, and this locks {amount:,}"
            )
            return (Refusal("SubtensorModule.InsufficientStakeForLock", reason),)
        return ()


@dataclass(frozen=True)
class MoveLock:
    """Move the coldkey's lock on a subnet to another hotkey. The conviction is lost unless both
    hotkeys have one owner."""

    hotkey: Account
    netuid: int

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`move_lock`."""
        hotkey = str(self.hotkey)
        refusals = yield from hotkey_refusals(at, hotkey)
        lock = yield from coldkey_lock(at, origin, self.netuid)
        if lock is None and not refusals:
            reason = f"{origin} has no lock on subnet {self.netuid}"
            refusals = (Refusal("SubtensorModule.NoExistingLock", reason),)
        effects, warnings = [f"the lock on subnet {self.netuid} moves to {hotkey}"], []
        if lock is not None:
            effects = [f"the lock of {lock.amount:,} moves from {lock.hotkey} to {hotkey}"]
            if (yield from owner(at, lock.hotkey)) != (yield from owner(at, hotkey)):
                warnings.append(f"its conviction of {lock.conviction:,} is lost")
        call = calls.MoveLock(destination_hotkey=hotkey, netuid=self.netuid)
        event = expected(
            LockMoved,
            coldkey=ss58.decode(origin),
            destination_hotkey=ss58.decode(hotkey),
            netuid=self.netuid,
        )
        done = tuple(effects), tuple(warnings)
        return Draft(call, *done, expects=(event,), refusals=refusals)


@dataclass(frozen=True)
class SetPerpetualLock:
    """Let the coldkey's lock on a subnet keep its amount (`enabled`), or release it with time."""

    netuid: int
    enabled: bool

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_perpetual_lock`."""
        now = yield from is_perpetual_lock(at, origin, self.netuid)
        lock = yield from coldkey_lock(at, origin, self.netuid)
        what = "a later lock" if lock is None else f"the lock of {lock.amount:,}"
        does = "keeps its amount" if self.enabled else "is released with time"
        effects = (f"{what} of {origin} on subnet {self.netuid} {does}",)
        warnings: tuple[str, ...] = ()
        if now == self.enabled:
            warnings = ("it is set so already: nothing changes",)
        elif lock is not None and self.enabled:
            warnings = ("nothing of the lock is released while this is set",)
        call = calls.SetPerpetualLock(netuid=self.netuid, enabled=self.enabled)
        event = expected(
            PerpetualLockUpdated,
            coldkey=ss58.decode(origin),
            netuid=self.netuid,
            enabled=self.enabled,
        )
        return Draft(call, effects, warnings, expects=(event,))


def _release(at: BlockContext, perpetual: bool) -> Program[tuple[str, ...]]:
    if perpetual:
        return ("the lock is perpetual: nothing of it is released until it is set to decay",)
    rate = yield from storage(at, UnlockRate)
    # Half is left after ln 2 of the time constant.
    return (
        "it cannot be unstaked or moved to another subnet while it is locked: half of it is "
        f"released after about {rate * 693 // 1000:,} blocks",
    )
