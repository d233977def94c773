"""Swapping stake between subnets, with the chain's price limit."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.ops import MoveStake, SwapStake
from btsdk.units import Alpha
from tests.unit.btsdk.staked import ALICE, ALICE_2, FIRST, SECOND, Staked, alpha


def test_a_swap(real: Staked) -> None:
    operation = SwapStake(ALICE_2, FIRST, SECOND, alpha("5"))
    assert real.draft(operation).call.name == "swap_stake"
    before = real.stake(ALICE, ALICE_2, SECOND)
    receipt = real.do(operation)
    assert "StakeSwapped" in {event.name for event in receipt.events}
    assert real.stake(ALICE, ALICE_2, SECOND) > before


@pytest.mark.parametrize("to", [SECOND, 0])
def test_the_chain_keeps_the_limit(real: Staked, to: int) -> None:
    price = real.view.quote_move(alpha("1"), to).price
    too_high = SwapStake(ALICE_2, FIRST, to, alpha("1"), limit_price=price * 2)
    name = "SlippageTooHigh" if to else "Swap.PriceLimitExceeded"
    real.refuses(too_high, name)
    # 1 % below the price a part of the stake fits, but not all of it.
    near = SwapStake(ALICE_2, FIRST, to, alpha("20"), limit_price=price * 99 // 100)
    real.refuses(near, "SlippageTooHigh")
    within = SwapStake(ALICE_2, FIRST, to, alpha("1"), limit_price=price // 2)
    assert real.draft(within).refusals == ()
    real.do(within)


@pytest.mark.parametrize("to", [SECOND, 0])
def test_partial_filling_swaps_what_fits(real: Staked, to: int) -> None:
    price = real.view.quote_move(alpha("1"), to).price
    limit = price * 99 // 100
    part = SwapStake(ALICE_2, FIRST, to, alpha("20"), limit_price=limit, allow_partial=True)
    found = real.draft(part)
    assert any("stays where it is" in effect for effect in found.effects)
    moved = Alpha.parse(found.effects[0].split()[0].replace(",", ""), FIRST)
    before = real.stake(ALICE, ALICE_2, FIRST)
    real.do(part)
    left = before - real.stake(ALICE, ALICE_2, FIRST)
    assert abs(left.rao - moved.rao) * 1_000 < moved.rao


def test_from_root_the_limit_is_inverted(real: Staked) -> None:
    real.do(MoveStake(ALICE_2, FIRST, ALICE_2, 0, alpha("10")))
    one = Alpha.parse("1", 0)
    price = real.view.quote_move(one, SECOND).price
    real.refuses(
        SwapStake(ALICE_2, 0, SECOND, one, limit_price=price * 2), "Swap.PriceLimitExceeded"
    )
    within = SwapStake(ALICE_2, 0, SECOND, one, limit_price=price // 2)
    assert real.draft(within).refusals == ()
    real.do(within)


def test_a_partial_swap_past_the_limit_moves_nothing_and_says_so(real: Staked) -> None:
    price = real.view.quote_move(alpha("1"), SECOND).price
    past = SwapStake(ALICE_2, FIRST, SECOND, alpha("1"), limit_price=price * 2, allow_partial=True)
    assert any("nothing moves" in warning for warning in real.draft(past).warnings)
    before = real.stake(ALICE, ALICE_2, FIRST)
    real.do(past)
    assert real.stake(ALICE, ALICE_2, FIRST) >= before


def test_what_cannot_be_meant() -> None:
    with pytest.raises(UsageError, match="already"):
        SwapStake(ALICE_2, FIRST, FIRST, alpha("1"))
    with pytest.raises(UsageError, match="limit price"):
        SwapStake(ALICE_2, FIRST, SECOND, alpha("1"), allow_partial=True)
