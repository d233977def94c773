"""The index of coldkeys with root stake, for the automatic claims of each block.

Invariant: `StakingColdkeys` and `StakingColdkeysByIndex` are inverse to each other, and the indices
run from 0 to `NumStakingColdkeys - 1` without gaps.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from btsdk.errors import DecodeError
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import claim_root_dividends
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT

WALK_BATCH = 30
"""The number of stakes that a block checks in its walk through all of them."""

_U64_MAX = 2**64 - 1
MOST_PICKS: Final = 10_000
"""The limit of the calls is 50; this one bounds a block after `System.set_storage` wrote more."""


def has_root_stake(ctx: Context, coldkey: bytes) -> bool:
    """Whether any hotkey of the coldkey holds root stake for it."""
    hotkeys = ctx.get(storage.StakingHotkeys, coldkey)
    return any(stake_of(ctx, hotkey, coldkey, ROOT) for hotkey in hotkeys)


def add_to_index(ctx: Context, coldkey: bytes) -> None:
    """Append a coldkey that is not in the index."""
    if not ctx.contains(storage.StakingColdkeys, coldkey):
        count = ctx.get(storage.NumStakingColdkeys)
        ctx.put(storage.StakingColdkeysByIndex, count, coldkey)
        ctx.put(storage.StakingColdkeys, coldkey, count)
        ctx.set(storage.NumStakingColdkeys, min(count + 1, _U64_MAX))


def remove_from_index(ctx: Context, coldkey: bytes) -> None:
    """Remove a coldkey and move the last one into its place."""
    index = ctx.take(storage.StakingColdkeys, coldkey)
    if index is None:
        return
    last = max(0, ctx.get(storage.NumStakingColdkeys) - 1)
    moved = ctx.take(storage.StakingColdkeysByIndex, last) if index != last else None
    if moved is None:
        ctx.remove(storage.StakingColdkeysByIndex, index)
    else:
        ctx.put(storage.StakingColdkeysByIndex, index, moved)
        ctx.put(storage.StakingColdkeys, moved, index)
    ctx.set(storage.NumStakingColdkeys, last)


def run_auto_claims(ctx: Context, block_hash: bytes) -> None:
    """Claim for the coldkeys selected by a block hash; failed claims are skipped."""
    count = ctx.get(storage.NumStakingColdkeys)
    picks = min(ctx.get(storage.NumRootClaim), MOST_PICKS)
    for index in picked_indices(block_hash, picks, count):
        coldkey = ctx.get(storage.StakingColdkeysByIndex, index)
        if coldkey is not None:
            try:
                claim_root_dividends(ctx, coldkey)
            except DispatchFailure:
                continue


def picked_indices(block_hash: bytes, picks: int, count: int) -> list[int]:
    """Up to ``picks`` of ``count`` indices in ascending order, by strides from the hash."""
    index = int.from_bytes(block_hash[:8], "big")
    found = set()
    for pick in range(picks):
        at = pick * 8 % 32
        stride = int.from_bytes(block_hash[at : at + 8], "big")
        # The sum saturates at 64 bits before the remainder is taken.
        index = min(index + stride, _U64_MAX) % count if count else 0
        found.add(index)
    return sorted(found)


def walk_root_stakers(ctx: Context) -> None:
    """Index the root stakers among the next few stakes, in a walk through all over many blocks."""
    _walk(ctx, storage.Alpha, storage.AlphaMapLastKey)
    _walk(ctx, storage.AlphaV2, storage.AlphaV2MapLastKey)


def _walk(ctx: Context, shares: Any, bookmark: Any) -> None:
    view = ctx.schema.storage(shares)
    after = ctx.get(bookmark) or view.prefix
    batch = list(islice(_raw_keys(ctx, after, view.prefix), WALK_BATCH))
    if not batch and after == view.prefix:
        return
    for raw in batch:
        try:
            _, coldkey, netuid = view.rest(raw, len(view.prefix), 0)
        except DecodeError as error:
            view.corrupt(raw, error)
            continue
        if netuid == ROOT:
            add_to_index(ctx, coldkey)
    ctx.set(bookmark, batch[-1] if len(batch) == WALK_BATCH else None)


def _raw_keys(ctx: Context, after: bytes, prefix: bytes) -> Iterator[bytes]:
    raw = ctx.ext.next_key(after)
    while raw is not None and raw.startswith(prefix):
        yield raw
        raw = ctx.ext.next_key(raw)
