"""Estimates of trades, and what a preview says of them."""

from __future__ import annotations

from btsdk.ops import AddStake
from tests.unit.btsdk.chain import BOB, POOL, TAO, Chain, draft, swap


def test_staking_says_what_it_gives_and_what_moves_the_price() -> None:
    found = draft(AddStake(BOB, 1, TAO), Chain(**POOL))
    assert "it gives about α2.000000000 at τ0.500000000 for one alpha" in found.effects
    assert found.warnings == ("no price limit is set: the price may move before inclusion",)
    dear = Chain(**{**POOL, "sim_swap_tao_for_alpha": swap(10**9, 10**9)})
    warnings = draft(AddStake(BOB, 1, TAO, limit_price=TAO), dear).warnings
    assert warnings == ("price impact and swap fee take 50.00 % of the amount",)
