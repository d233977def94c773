"""Announced and disputed swaps of coldkeys."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.constants import subtensor as constants
from btsdk.descriptors.inputs import Account, account_of
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many, storage_map
from btsdk.storage import subtensor
from btsdk.units import Tao


@dataclass(frozen=True)
class ColdkeySwapRules:
    """The rules of coldkey swaps. `delay` is in blocks from the announcement to the swap,
    `reannouncement_delay` in further blocks until it can be replaced or cleared. `cost` is recycled
    with the first announcement."""

    delay: int
    reannouncement_delay: int
    cost: Tao


@dataclass(frozen=True)
class ColdkeySwap:
    """An announced swap. The chain holds only the blake2-256 hash of the new coldkey.

    From block `executable_at` on it can be executed, from `clearable_at` on cleared or replaced.
    `disputed_at` is the block of its dispute, which stops the coldkey until root decides.
    """

    coldkey: str
    new_coldkey_hash: bytes
    executable_at: int
    clearable_at: int
    disputed_at: int | None


def coldkey_swap_rules(at: BlockContext) -> Program[ColdkeySwapRules]:
    """The delays and the cost of coldkey swaps."""
    delay, again = yield from storage_many(at, [(item, ()) for item in _DELAYS])
    return ColdkeySwapRules(delay, again, Tao.from_rao(constant(at, constants.KeySwapCost)))


def coldkey_swap(at: BlockContext, coldkey: Account) -> Program[ColdkeySwap | None]:
    """The announced swap of a coldkey, or None."""
    account = account_of(coldkey)
    announced, disputed, again = yield from storage_many(
        at,
        [
            (subtensor.ColdkeySwapAnnouncements, (account,)),
            (subtensor.ColdkeySwapDisputes, (account,)),
            (subtensor.ColdkeySwapReannouncementDelay, ()),
        ],
    )
    return None if announced is None else _swap(account, announced, disputed, again)


def coldkey_swaps(at: BlockContext) -> Program[list[ColdkeySwap]]:
    """All announced swaps, the earliest executable first."""
    announced = yield from storage_map(at, subtensor.ColdkeySwapAnnouncements)
    disputes = dict((yield from storage_map(at, subtensor.ColdkeySwapDisputes)))
    (again,) = yield from storage_many(at, [(subtensor.ColdkeySwapReannouncementDelay, ())])
    found = [
        _swap(account, value, disputes.get((account,)), again)
        for (account,), value in announced
        if value is not None
    ]
    return sorted(found, key=lambda swap: (swap.executable_at, swap.coldkey))


def _swap(
    account: bytes, announced: tuple[int, bytes], disputed: int | None, again: int
) -> ColdkeySwap:
    when, new_hash = announced
    return ColdkeySwap(ss58.encode(account), new_hash, when, when + again, disputed)


_DELAYS = (subtensor.ColdkeySwapAnnouncementDelay, subtensor.ColdkeySwapReannouncementDelay)
