"""Voting power: tracked, averaged, ended."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.voting_power import ONE, update_voting_power
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=3)
    call(ctx, root, "enable_voting_power_tracking", netuid=1)
    return ctx


def power(ctx: Context, uid: int) -> int:
    return ctx.get(storage.VotingPower, (1, subnet(ctx)[uid]))


def test_validators_stakes_are_averaged(ctx: Context) -> None:
    one, two = subnet(ctx)[1:]
    alpha = Fraction(ctx.get(storage.VotingPowerEmaAlpha, 1), ONE)
    stake = 10**15
    update_voting_power(ctx, 1, [(one, True, stake), (two, False, stake)])
    first = int(alpha * stake)
    assert (power(ctx, 1), power(ctx, 2)) == (first, 0)
    update_voting_power(ctx, 1, [(one, True, stake)])
    assert power(ctx, 1) == int(alpha * stake + (1 - alpha) * first)
    update_voting_power(ctx, 1, [(one, False, stake)])
    assert power(ctx, 1) == 0


def test_who_leaves_the_subnet_loses_it(ctx: Context) -> None:
    ctx.put(storage.VotingPower, (1, key(9)), 5)
    update_voting_power(ctx, 1, [])
    assert not ctx.contains(storage.VotingPower, (1, key(9)))


def test_falling_below_the_threshold_ends_it_but_rising_towards_it_does_not(ctx: Context) -> None:
    hotkey = subnet(ctx)[1]
    ctx.put(storage.VotingPowerEmaAlpha, 1, ONE // 2)
    ctx.set(storage.StakeThreshold, 100)
    update_voting_power(ctx, 1, [(hotkey, True, 60)])
    assert power(ctx, 1) == 30
    update_voting_power(ctx, 1, [(hotkey, True, 400)])
    assert power(ctx, 1) == 215
    update_voting_power(ctx, 1, [(hotkey, True, 0)])
    assert power(ctx, 1) == 107
    update_voting_power(ctx, 1, [(hotkey, True, 0)])
    assert power(ctx, 1) == 0


def test_it_ends_after_the_grace_period(ctx: Context) -> None:
    hotkey = subnet(ctx)[1]
    ctx.put(storage.VotingPowerEmaAlpha, 1, ONE)
    call(ctx, root, "disable_voting_power_tracking", netuid=1)
    go_to(ctx, 100_800)
    update_voting_power(ctx, 1, [(hotkey, True, 60)])
    assert power(ctx, 1) == 60
    go_to(ctx, 100_801)
    update_voting_power(ctx, 1, [(hotkey, True, 60)])
    assert power(ctx, 1) == 0
    with refused(errors.VotingPowerTrackingNotEnabled):
        call(ctx, root, "disable_voting_power_tracking", netuid=1)


def test_the_weight_is_a_share(ctx: Context) -> None:
    with refused(errors.InvalidVotingPowerEmaAlpha):
        call(ctx, root, "sudo_set_voting_power_ema_alpha", netuid=1, alpha=ONE + 1)
    call(ctx, root, "sudo_set_voting_power_ema_alpha", netuid=1, alpha=ONE)
    assert ctx.get(storage.VotingPowerEmaAlpha, 1) == ONE
