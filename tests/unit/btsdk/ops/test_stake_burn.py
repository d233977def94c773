"""Buying alpha and burning it."""

from __future__ import annotations

from btsdk.ops import StakeBurn
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_2,
    FIRST,
    MISSING,
    NOBODY,
    Staked,
    tao,
)


def test_a_buyback(real: Staked) -> None:
    price, held = real.view.price(FIRST), real.stake(ALICE, ALICE_2, FIRST)
    found = real.draft(StakeBurn(ALICE_2, FIRST, tao("5")))
    assert any("is burned, at" in effect for effect in found.effects)
    assert any("gets nothing" in warning for warning in found.warnings)
    receipt = real.do(StakeBurn(ALICE_2, FIRST, tao("5"), limit_price=price * 2))
    assert {"AddStakeBurn", "AlphaBurned"} <= {event.name for event in receipt.events}
    assert abs((real.stake(ALICE, ALICE_2, FIRST) - held).rao) < 2 * 10**9
    assert real.view.price(FIRST) > price


def test_refusals(real: Staked) -> None:
    price = real.view.price(FIRST)
    real.refuses(StakeBurn(ALICE_2, MISSING, tao("5")), "SubnetNotExists")
    real.refuses(StakeBurn(NOBODY, FIRST, tao("5")), "HotKeyAccountNotExists")
    real.refuses(StakeBurn(ALICE_2, FIRST, tao("0.0001")), "AmountTooLow")
    real.refuses(StakeBurn(ALICE_2, FIRST, tao("200000")), "NotEnoughBalanceToStake")
    real.refuses(StakeBurn(ALICE_2, 0, tao("5")), "CannotBurnOrRecycleOnRootSubnet")
    past = StakeBurn(ALICE_2, FIRST, tao("5"), limit_price=price // 2)
    real.refuses(past, "Swap.PriceLimitExceeded")
    close = StakeBurn(ALICE_2, FIRST, tao("50"), limit_price=price * 1001 // 1000)
    real.refuses(close, "SlippageTooHigh")
