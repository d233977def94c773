"""The limits on what a subnet's owner may change, and the block at which each ends.

The freeze window lies before each epoch, and before one that the owner has triggered. A rate limit
is a number of blocks since the last change of its kind; root has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from btsdk.constants import aura
from btsdk.constants import subtensor as constants
from btsdk.descriptors import StorageItem
from btsdk.descriptors.inputs import Account
from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many
from btsdk.storage import subtensor

_SLOW_SLOT_MS = 12_000


@dataclass(frozen=True)
class FreezeWindow:
    """The freeze window of a subnet, as it stands for the block after `block`.

    Its last `length` blocks before an epoch are frozen. `frozen` says whether a change in the next
    block is refused, and `ends_at` from which block on it is accepted: None if the window is
    longer than the tempo, and never ends. `starts_at` is the first block of the next window; None
    if there is none.
    """

    netuid: int
    block: int
    length: int
    frozen: bool
    ends_at: int | None
    starts_at: int | None


def freeze_window(at: BlockContext, netuid: int) -> Program[FreezeWindow]:
    """The freeze window of a subnet."""
    netuid = netuid_of(netuid)
    length, tempo, last, pending = yield from storage_many(
        at,
        [
            (subtensor.AdminFreezeWindow, ()),
            (subtensor.Tempo, (netuid,)),
            (subtensor.LastEpochBlock, (netuid,)),
            (subtensor.PendingEpochAt, (netuid,)),
        ],
    )
    if not tempo:
        return FreezeWindow(netuid, at.number, length, False, None, None)
    following = at.number + 1
    due = last + tempo
    if due <= following or 0 < pending <= following:  # an epoch runs before the next block's calls
        due, pending = following + tempo, 0
    starts = due - length + 1
    if pending:
        return FreezeWindow(netuid, at.number, length, True, min(pending, due), starts)
    frozen = starts <= following
    if length <= 1:  # the epoch runs before the calls of its block, so that nothing is left
        return FreezeWindow(netuid, at.number, length, False, None, None)
    ends = (due if length <= tempo else None) if frozen else None
    return FreezeWindow(netuid, at.number, length, frozen, ends, starts)


def in_admin_freeze_window(at: BlockContext, netuid: int) -> Program[bool]:
    """Whether the freeze window refuses changes of the subnet in the next block."""
    return (yield from freeze_window(at, netuid)).frozen


class RateLimitKind(NamedTuple):
    """One kind of limited change.

    `key` is its entry in `LastRateLimitedBlock`, `number` that in `TransactionKeyLastBlock`, which
    counts by account. The length is `tempos` times the tempo, or `blocks`, `fast` in a build with
    fast blocks.
    """

    number: int = 0
    key: str = ""
    parameter: str = ""
    tempos: StorageItem[[], tuple[()], int] | None = None
    blocks: int = 0
    fast: int = 0


def parameter_update(name: str) -> RateLimitKind:
    """The owner's changes of one hyperparameter, by its name in the runtime."""
    kind = "OwnerHyperparamUpdate"
    return RateLimitKind(key=kind, parameter=name, tempos=subtensor.OwnerHyperparamRateLimit)


VERSION_KEY = RateLimitKind(4, tempos=subtensor.WeightsVersionKeyRateLimit)
MECHANISM_COUNT = RateLimitKind(7, blocks=7_200, fast=1)
MECHANISM_SPLIT = RateLimitKind(8, blocks=7_200, fast=1)
TRIMMING = RateLimitKind(9, blocks=216_000, fast=1)
TEMPO = RateLimitKind(11)
OWNER_HOTKEY = RateLimitKind(key="SetSNOwnerHotkey", blocks=50_400, fast=50_400)


@dataclass(frozen=True)
class RateLimit:
    """A rate limit: `blocks` between two changes, and the block of the last one (0: none yet).

    `free_at` is the first block that accepts the next change, 0 where there was none.
    """

    blocks: int
    last: int

    @property
    def free_at(self) -> int:
        return self.last + self.blocks if self.last else 0


def rate_limit(
    at: BlockContext, kind: RateLimitKind, netuid: int, account: Account
) -> Program[RateLimit]:
    """A rate limit on a subnet, for the account that makes the change."""
    netuid = netuid_of(netuid)
    last = yield from _last(at, kind, netuid, account)
    return RateLimit((yield from _blocks(at, kind, netuid)), last)


def _last(at: BlockContext, kind: RateLimitKind, netuid: int, account: Account) -> Program[int]:
    if not kind.key:
        key = (account, netuid, kind.number)
        return (yield from storage(at, subtensor.TransactionKeyLastBlock, *key))
    subject: Any = (netuid, kind.parameter) if kind.parameter else netuid
    return (yield from storage(at, subtensor.LastRateLimitedBlock, (kind.key, subject)))


def _blocks(at: BlockContext, kind: RateLimitKind, netuid: int) -> Program[int]:
    if kind.tempos is not None:
        tempo, times = yield from storage_many(
            at, [(subtensor.Tempo, (netuid,)), (kind.tempos, ())]
        )
        return int(tempo * times)
    if kind == TEMPO:
        return constant(at, constants.MinTempo)
    return kind.blocks if has_slow_blocks(at) else kind.fast


def has_slow_blocks(at: BlockContext) -> bool:
    """Whether the runtime is built for blocks of 12 s; the other build is for development."""
    return constant(at, aura.SlotDuration) >= _SLOW_SLOT_MS
