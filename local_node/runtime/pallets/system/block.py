"""The start of a block, its extrinsics, and its end (`frame_system`)."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import system
from local_node.runtime.frame import Context, panic
from local_node.runtime.pallets.system.genesis import EXTRINSIC_INDEX

MOST_EXTRINSICS = 5 * 1024 * 1024
"""The maximum number of extrinsics: a block has 5 MiB, and an extrinsic at least one byte.

A higher count is corrupt state, and a loop over it would take hours.
"""

INTRABLOCK_ENTROPY = b":intrablock_entropy"

Header = dict[str, Any]
Digest = dict[str, list[Any]]


def reset_events(ctx: Context) -> None:
    """Delete the last block's events."""
    ctx.remove(system.storage.Events)
    ctx.remove(system.storage.EventCount)
    ctx.clear_prefix(system.storage.EventTopics)


def look_ahead(ctx: Context, number: int, parent_hash: bytes) -> None:
    """Set what the pool's validation reads of the next block: its number, parent and zero weight.

    FRAME initialises a whole block there and drops it; the other writes make no difference.
    """
    ctx.set(system.storage.Number, number)
    ctx.put(system.storage.BlockHash, (number - 1) % (1 << 32), parent_hash)
    ctx.remove(system.storage.BlockWeight)


def initialize(ctx: Context, number: int, parent_hash: bytes, digest: Digest) -> None:
    """Initialise a block: its number, its parent, and the initial part of its digest."""
    ctx.set(system.storage.ExecutionPhase, "Initialization")
    ctx.phase = None
    _set_extrinsic_index(ctx, 0)
    entropy = b"intrablock_entropy"
    ctx.ext.set(INTRABLOCK_ENTROPY, blake2_256(bytes([len(entropy) << 2]) + entropy + parent_hash))
    ctx.set(system.storage.Number, number)
    ctx.set(system.storage.Digest, digest)
    ctx.set(system.storage.ParentHash, parent_hash)
    # Block 0 follows the last number: numbers wrap, as in a compiled runtime.
    ctx.put(system.storage.BlockHash, (number - 1) % (1 << 32), parent_hash)
    ctx.remove(system.storage.BlockWeight)


def note_finished_initialize(ctx: Context) -> None:
    """Switch the event phase to the extrinsics."""
    _enter_extrinsic(ctx, 0)


def extrinsic_index(ctx: Context) -> int:
    """The index of the current extrinsic."""
    raw = ctx.ext.get(EXTRINSIC_INDEX)
    return 0 if raw is None or len(raw) < 4 else int.from_bytes(raw[:4], "little")


def note_extrinsic(ctx: Context, encoded: bytes) -> None:
    """Store the extrinsic for the extrinsics root of the header."""
    ctx.put(system.storage.ExtrinsicData, extrinsic_index(ctx), encoded)


def note_applied_extrinsic(ctx: Context, error: Any, info: dict[str, Any]) -> None:
    """Emit the extrinsic's outcome (`error` is a `DispatchError`, or None) and count it."""
    if error is None:
        ctx.emit(system.events.ExtrinsicSuccess, info)
    else:
        ctx.emit(system.events.ExtrinsicFailed, error, info)
    index = (extrinsic_index(ctx) + 1) % (1 << 32)
    _set_extrinsic_index(ctx, index)
    _enter_extrinsic(ctx, index)
    ctx.remove(system.storage.ExtrinsicWeightReclaimed)


def note_finished_extrinsics(ctx: Context) -> None:
    """Switch the event phase to the end of the block."""
    ctx.set(system.storage.ExtrinsicCount, extrinsic_index(ctx))
    ctx.ext.delete(EXTRINSIC_INDEX)
    ctx.set(system.storage.ExecutionPhase, "Finalization")
    ctx.phase = None


def finalize(ctx: Context) -> Header:
    """Return the header of the block, and delete its temporary values."""
    ctx.flush()
    ctx.remove(system.storage.ExecutionPhase)
    ctx.remove(system.storage.AllExtrinsicsLen)
    ctx.ext.delete(INTRABLOCK_ENTROPY)
    ctx.remove(system.storage.InherentsApplied)
    number = ctx.block_number
    count = ctx.take(system.storage.ExtrinsicCount) or 0
    if count > MOST_EXTRINSICS:
        panic(f"a block of {count} extrinsics")
    extrinsics = [ctx.take(system.storage.ExtrinsicData, index) for index in range(count)]
    _forget_old_hash(ctx, number)
    return {
        "parent_hash": ctx.get(system.storage.ParentHash),
        "number": number,
        "extrinsics_root": ctx.ext.ordered_root(extrinsics),
        "digest": ctx.get(system.storage.Digest),
        "state_root": ctx.ext.root(),
    }


def deposit_log(ctx: Context, item: Any) -> None:
    """Add an item to the block's digest."""
    digest = ctx.get(system.storage.Digest)
    digest["logs"].append(item)
    ctx.set(system.storage.Digest, digest)


def _forget_old_hash(ctx: Context, number: int) -> None:
    """Delete the oldest kept block hash; the genesis hash stays."""
    oldest = number - ctx.constant(system.constants.BlockHashCount) - 1
    if oldest > 0:
        ctx.remove(system.storage.BlockHash, oldest)


def _set_extrinsic_index(ctx: Context, index: int) -> None:
    ctx.ext.set(EXTRINSIC_INDEX, index.to_bytes(4, "little"))


def _enter_extrinsic(ctx: Context, index: int) -> None:
    ctx.set(system.storage.ExecutionPhase, ("ApplyExtrinsic", index))
    ctx.phase = None
