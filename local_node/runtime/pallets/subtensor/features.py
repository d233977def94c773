"""The optional features of this pallet.

The *pow* feature adds registration by proof of work, with a difficulty that plain Python can solve.
Without it the pallet is exactly that of spec version 425.
"""

from __future__ import annotations

from chain_spec.features import Feature
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context

# About a second of plain Python on two cores.
REGISTRATION_DIFFICULTY = 250_000

_FAUCET_DIFFICULTY = 1_000_000
_EASY_FAUCET_DIFFICULTY = 10_000


def has_pow(ctx: Context) -> bool:
    """Whether registration by proof of work is on: `register` checks its proof, `pow_register`
    exists."""
    return Feature.POW in ctx.features


def open_proof_of_work(ctx: Context, netuid: int) -> None:
    """Allow registrations by proof of work on a new subnet; without the feature they stay
    closed."""
    ctx.put(storage.NetworkPowRegistrationAllowed, netuid, True)
    ctx.put(storage.Difficulty, netuid, REGISTRATION_DIFFICULTY)
    ctx.put(storage.MinDifficulty, netuid, REGISTRATION_DIFFICULTY)


def faucet_difficulty(ctx: Context) -> int:
    """The faucet's difficulty: a million in Subtensor's localnet, a hundredth of it with *pow*."""
    return _EASY_FAUCET_DIFFICULTY if has_pow(ctx) else _FAUCET_DIFFICULTY
