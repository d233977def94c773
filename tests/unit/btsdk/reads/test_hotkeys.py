"""Hotkeys: lists, subnets, stake of everybody, weights in consensus, auto-stake."""

from __future__ import annotations

from btsdk.ops import AddStake, MoveStake, SetAutoStake
from btsdk.units import Alpha
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_1,
    ALICE_2,
    BOB,
    BOB_1,
    FIRST,
    MISSING,
    NOBODY,
    SECOND,
    Staked,
    alpha,
    tao,
)


def test_lists_of_hotkeys(real: Staked) -> None:
    view = real.view
    assert {ALICE_1, ALICE_2} <= set(view.owned_hotkeys(ALICE))
    assert BOB_1 not in view.staking_hotkeys(ALICE)
    real.do(MoveStake(ALICE_2, FIRST, BOB_1, FIRST, alpha("5")))
    assert BOB_1 in real.view.staking_hotkeys(ALICE)
    assert view.owned_hotkeys(NOBODY) == view.staking_hotkeys(NOBODY) == []
    assert view.netuids_for_hotkey(ALICE_2) == [FIRST, SECOND]
    assert view.netuids_for_hotkey(NOBODY) == []


def test_stake_of_everybody(real: Staked) -> None:
    real.do(MoveStake(ALICE_2, FIRST, BOB_1, FIRST, alpha("5")))
    view = real.view
    both = view.stake(ALICE, BOB_1, FIRST) + view.stake(BOB, BOB_1, FIRST)
    assert abs(view.hotkey_stake(BOB_1, FIRST).rao - both.rao) < 10
    assert view.hotkey_stakes(BOB_1) == {FIRST: view.hotkey_stake(BOB_1, FIRST)}
    assert view.hotkey_stake(NOBODY, FIRST) == alpha("0")
    hotkeys = {neuron.hotkey for neuron in view.neurons(FIRST)}
    whole = sum((view.hotkey_stake(hotkey, FIRST) for hotkey in hotkeys), Alpha.zero(FIRST))
    assert view.total_alpha_staked(FIRST) == whole


def test_weights_in_consensus(real: Staked) -> None:
    real.do(AddStake(ALICE_2, 0, tao("10")))
    view = real.view
    rows = view.stake_weights(FIRST)
    assert [row.uid for row in rows] == list(range(len(view.neurons(FIRST))))
    (mine,) = [row for row in rows if row.hotkey == ALICE_2]
    assert mine.alpha == view.hotkey_stake(ALICE_2, FIRST)
    assert mine.tao == tao("10")
    assert mine.total > mine.alpha
    assert view.stake_weights(MISSING) == []


def test_the_least_stake_of_a_nominator(real: Staked) -> None:
    assert real.view.minimum_required_stake() == tao("0")
    real.set(NominatorMinRequiredStake=50_000_000)
    assert real.view.minimum_required_stake() == tao("0.1")


def test_auto_stake(real: Staked) -> None:
    real.do(SetAutoStake(FIRST, BOB_1))
    real.do(SetAutoStake(SECOND, ALICE_2))
    assert real.view.auto_stakes(ALICE) == {FIRST: BOB_1, SECOND: ALICE_2}
    assert real.view.auto_stake(BOB, FIRST) is None
