"""What a chain for people adds."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.features import (
    REGISTRATION_DIFFICULTY,
    faucet_difficulty,
    has_pow,
    open_proof_of_work,
)
from tests.unit.local_node.runtime.support import fresh_context


def test_the_faucet_asks_a_hundredth_where_there_is_proof_of_work() -> None:
    dev, fast = fresh_context("dev"), fresh_context("fast")
    assert (has_pow(dev), has_pow(fast)) == (True, False)
    assert faucet_difficulty(fast) == 100 * faucet_difficulty(dev) == 1_000_000


def test_a_new_subnet_is_opened_at_a_difficulty_that_stays() -> None:
    ctx = fresh_context("dev")
    ctx.put(storage.NetworkPowRegistrationAllowed, 7, False)
    open_proof_of_work(ctx, 7)
    assert ctx.get(storage.NetworkPowRegistrationAllowed, 7) is True
    assert ctx.get(storage.Difficulty, 7) == REGISTRATION_DIFFICULTY
    assert ctx.get(storage.MinDifficulty, 7) == REGISTRATION_DIFFICULTY
