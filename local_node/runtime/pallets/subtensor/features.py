"""What a chain may add to the base, as far as this pallet asks.

The *pow* feature marks a chain for people: registration by proof of work is on again, and easy
enough for plain Python. Without it the pallet is spec version 425 to the letter.
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
    """Registration by proof of work is on: `register` checks its proof, `pow_register` exists."""
    return Feature.POW in ctx.features


def open_proof_of_work(ctx: Context, netuid: int) -> None:
    """Let a new subnet take registrations by proof of work; the base leaves them closed."""
    ctx.put(storage.NetworkPowRegistrationAllowed, netuid, True)
    ctx.put(storage.Difficulty, netuid, REGISTRATION_DIFFICULTY)
    ctx.put(storage.MinDifficulty, netuid, REGISTRATION_DIFFICULTY)


def faucet_difficulty(ctx: Context) -> int:
    """Subtensor's own localnet asks a million; the chain for people a hundredth of it."""
    return _EASY_FAUCET_DIFFICULTY if has_pow(ctx) else _FAUCET_DIFFICULTY
