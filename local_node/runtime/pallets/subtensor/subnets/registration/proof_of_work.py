"""Proofs of work: how a seal is made, and what makes one good enough.

A seal is read as a little-endian number; solvers that read it the other way round find nothing
that the chain accepts. It is tied to a recent block by that block's hash, so work cannot be stored.
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
    """The seal of `pow_register`, bound to the subnet and to both keys."""
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
    """The hash that the runtime remembers of a block, 32 zero bytes where it remembers none."""
    if number > 0xFFFF_FFFF:
        return _UNKNOWN_HASH
    known: bytes = ctx.get(system.storage.BlockHash, number)
    return known


def knows_block(ctx: Context, number: int) -> bool:
    return block_hash(ctx, number) != _UNKNOWN_HASH


def ensure_classic_proof(
    ctx: Context, number: int, nonce: int, work: bytes, key: bytes, difficulty: int
) -> None:
    """The block is at most two old, the work meets the difficulty and is the seal; in this order.

    Work that is no 32 bytes cannot be the seal; the Rust runtime panics on it, this one says so.
    """
    ensure(number <= ctx.block_number, errors.InvalidWorkBlock)
    ensure(ctx.block_number - number < _CLASSIC_MAX_AGE, errors.InvalidWorkBlock)
    ensure(len(work) == 32, errors.InvalidSeal)
    ensure(meets_difficulty(work, difficulty), errors.InvalidDifficulty)
    ensure(work == classic_seal(block_hash(ctx, number), key, nonce), errors.InvalidSeal)


def mark_work_used(ctx: Context, work: bytes) -> None:
    """Remember the work and the block it was used in."""
    ctx.put(storage.UsedWork, work, ctx.block_number)
