"""Proofs of work: the seals and their difficulty.

A seal is read as a little-endian number; solvers that read it as big-endian find no valid seal. It
contains the hash of a recent block, so work cannot be stored in advance.
"""

from __future__ import annotations

from btsdk.keys.hashing import keccak_256, sha2_256
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure

_DOMAIN = b"subtensor-pow-register-v1"
_LIMIT = (1 << 256) - 1
_UNKNOWN_HASH = bytes(32)
_CLASSIC_MAX_AGE = 3


def meets_difficulty(seal: bytes, difficulty: int) -> bool:
    """Whether `seal * difficulty` fits 256 bits."""
    return int.from_bytes(seal, "little") * difficulty <= _LIMIT


def classic_seal(block_hash: bytes, key: bytes, nonce: int) -> bytes:
    """The seal of `register` (key: the hotkey) and of the faucet (key: the coldkey)."""
    block_and_key = keccak_256(block_hash + key)
    return keccak_256(sha2_256(nonce.to_bytes(8, "little") + block_and_key))


def registration_seal(
    netuid: int, block_hash: bytes, hotkey: bytes, coldkey: bytes, nonce: int
) -> bytes:
    """The seal of `pow_register`, which contains the subnet and both keys."""
    parts = (
        _DOMAIN,
        netuid.to_bytes(2, "little"),
        block_hash,
        hotkey,
        coldkey,
        nonce.to_bytes(8, "little"),
    )
    return keccak_256(sha2_256(b"".join(parts)))


def block_hash(ctx: Context, number: int) -> bytes:
    """The stored hash of a block, or 32 zero bytes if it is not stored."""
    if number > 0xFFFF_FFFF:
        return _UNKNOWN_HASH
    known: bytes = ctx.get(system.storage.BlockHash, number)
    return known


def knows_block(ctx: Context, number: int) -> bool:
    return block_hash(ctx, number) != _UNKNOWN_HASH


def ensure_classic_proof(
    ctx: Context, number: int, nonce: int, work: bytes, key: bytes, difficulty: int
) -> None:
    """Check in this order: the block's age, at most two; the difficulty; the seal.

    The Rust runtime panics on work that is not 32 bytes long; this function fails with
    `InvalidSeal`.
    """
    ensure(number <= ctx.block_number, errors.InvalidWorkBlock)
    ensure(ctx.block_number - number < _CLASSIC_MAX_AGE, errors.InvalidWorkBlock)
    ensure(len(work) == 32, errors.InvalidSeal)
    ensure(meets_difficulty(work, difficulty), errors.InvalidDifficulty)
    ensure(work == classic_seal(block_hash(ctx, number), key, nonce), errors.InvalidSeal)


def mark_work_used(ctx: Context, work: bytes) -> None:
    """Record the work and the block of its use."""
    ctx.put(storage.UsedWork, work, ctx.block_number)
