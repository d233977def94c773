"""Hyperparameters: every call's origin, window, limit, bounds and event."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import admin_utils, subtensor
from chain_spec.pallets.admin_utils import errors
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.admin_utils import PALLET
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    admin,
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)
from tests.unit.local_node.runtime.support import decoded_events, fresh_context

OWNER = key(1)
BY_OWNER = [
    ("sudo_set_serving_rate_limit", {"serving_rate_limit": 7}),
    ("sudo_set_max_difficulty", {"max_difficulty": 7}),
    ("sudo_set_adjustment_alpha", {"adjustment_alpha": 7}),
    ("sudo_set_immunity_period", {"immunity_period": 7}),
    ("sudo_set_min_allowed_weights", {"min_allowed_weights": 7}),
    ("sudo_set_max_allowed_uids", {"max_allowed_uids": 100}),
    ("sudo_set_rho", {"rho": 7}),
    ("sudo_set_activity_cutoff", {"activity_cutoff": 7_000}),
    ("sudo_set_min_burn", {"min_burn": 7}),
    ("sudo_set_max_burn", {"max_burn": 7 * 10**9}),
    ("sudo_set_bonds_moving_average", {"bonds_moving_average": 7}),
    ("sudo_set_bonds_penalty", {"bonds_penalty": 7}),
    ("sudo_set_min_childkey_take_per_subnet", {"take": 7}),
    ("sudo_set_commit_reveal_weights_enabled", {"enabled": False}),
    ("sudo_set_liquid_alpha_enabled", {"enabled": True}),
    ("sudo_set_commit_reveal_weights_interval", {"interval": 7}),
    ("sudo_set_toggle_transfer", {"toggle": False}),
    ("sudo_set_recycle_or_burn", {"recycle_or_burn": "Recycle"}),
    ("sudo_set_alpha_sigmoid_steepness", {"steepness": 7}),
    ("sudo_set_yuma3_enabled", {"enabled": False}),
    ("sudo_set_bonds_reset_enabled", {"enabled": True}),
    ("sudo_set_owner_immune_neuron_limit", {"immune_neurons": 7}),
    ("sudo_set_burn_half_life", {"burn_half_life": 7}),
    ("sudo_set_burn_increase_mult", {"burn_increase_mult": 2 << 64}),
    ("sudo_set_network_pow_registration_allowed", {"registration_allowed": False}),
]


@pytest.fixture
def ctx() -> Context:
    """Subnet 2 is the owner's; its epoch is far off."""
    ctx = dev_context()
    rich(ctx, OWNER)
    call(ctx, OWNER, "register_network", hotkey=key(2))
    ctx.put(storage.Tempo, 2, 100)
    ctx.put(storage.LastEpochBlock, 2, 5)
    go_to(ctx, 6)
    return ctx


def test_every_declared_call_is_implemented_and_no_other() -> None:
    assert PALLET.call_table().keys() == admin_utils.pallet.calls.keys()


@pytest.mark.parametrize(("name", "value"), BY_OWNER, ids=[name for name, _ in BY_OWNER])
def test_the_owner_may_within_window_and_limit(
    ctx: Context, name: str, value: dict[str, Any]
) -> None:
    args = {"netuid": 2, **value}
    with refused("BadOrigin"):
        admin(ctx, key(9), name, **args)
    go_to(ctx, 105 - 9)
    with refused(subtensor.errors.AdminActionProhibitedDuringWeightsWindow):
        admin(ctx, OWNER, name, **args)
    go_to(ctx, 20)
    admin(ctx, OWNER, name, **args)
    # Two tempos by default, counted from the last change.
    ctx.put(storage.LastEpochBlock, 2, 205)
    go_to(ctx, 219)
    with refused(subtensor.errors.TxRateLimitExceeded):
        admin(ctx, OWNER, name, **args)
    admin(ctx, root, name, **args)
    go_to(ctx, 220)
    admin(ctx, OWNER, name, **args)


@pytest.mark.parametrize("name", sorted(admin_utils.pallet.calls))
def test_nobody_else_may_anything(ctx: Context, name: str) -> None:
    shapes = admin_utils.pallet.calls[name].args
    args = {argument: kind.zero() for argument, kind in shapes.items()}
    if "netuid" in args:
        args["netuid"] = 2
    error = errors.Deprecated if name == "sudo_set_total_issuance" else "BadOrigin"
    with refused(error):
        admin(ctx, key(9), name, **args)


def test_values_are_written_and_told(ctx: Context) -> None:
    admin(ctx, OWNER, "sudo_set_immunity_period", netuid=2, immunity_period=7)
    assert ctx.get(storage.ImmunityPeriod, 2) == 7
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "ImmunityPeriodSet", (2, 7))
    admin(ctx, OWNER, "sudo_set_burn_half_life", netuid=2, burn_half_life=7)
    assert ctx.get(storage.BurnHalfLife, 2) == 7
    event = ("AdminUtils", "BurnHalfLifeSet", {"netuid": 2, "burn_half_life": 7})
    assert decoded_events(ctx)[-1] == event
    admin(ctx, OWNER, "sudo_set_bonds_reset_enabled", netuid=2, enabled=True)
    assert [name for _, name, _ in decoded_events(ctx)][-2:] == [
        "BondsResetOnSet",
        "BondsResetToggled",
    ]
    admin(ctx, root, "sudo_set_subnet_limit", max_subnets=9)
    assert ctx.get(storage.SubnetLimit) == 9
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "SubnetLimitSet", 9)
    admin(ctx, root, "sudo_set_tempo", netuid=2, tempo=50)
    assert (ctx.get(storage.Tempo, 2), ctx.get(storage.LastEpochBlock, 2)) == (50, 6)


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("max_allowed_uids", 63, errors.MaxAllowedUidsLessThanMinAllowedUids),
        ("max_allowed_uids", 257, errors.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids),
        ("activity_cutoff", 359, subtensor.errors.ActivityCutoffTooLow),
        ("min_burn", 10**9, errors.ValueNotInBounds),
        ("max_burn", 10**8, errors.ValueNotInBounds),
        ("max_allowed_validators", 257, errors.MaxValidatorsLargerThanMaxUIds),
        ("min_allowed_uids", 256, errors.MinAllowedUidsGreaterThanMaxAllowedUids),
        ("min_allowed_uids", 1, errors.MinAllowedUidsGreaterThanCurrentUids),
        ("burn_half_life", 0, errors.InvalidValue),
        ("burn_half_life", 36_101, errors.InvalidValue),
        ("burn_increase_mult", (1 << 64) - 1, errors.InvalidValue),
        ("burn_increase_mult", (3 << 64) + 1, errors.InvalidValue),
    ],
)
def test_bounds_hold_for_root_too(ctx: Context, name: str, value: int, error: object) -> None:
    with refused(error):
        admin(ctx, root, f"sudo_set_{name}", **{"netuid": 2, name: value})


def test_some_bounds_hold_for_the_owner_alone(ctx: Context) -> None:
    with refused(errors.BondsMovingAverageMaxReached):
        admin(ctx, OWNER, "sudo_set_bonds_moving_average", netuid=2, bonds_moving_average=975_001)
    admin(ctx, root, "sudo_set_bonds_moving_average", netuid=2, bonds_moving_average=975_001)
    with refused(errors.NegativeSigmoidSteepness):
        admin(ctx, OWNER, "sudo_set_alpha_sigmoid_steepness", netuid=2, steepness=-1)
    admin(ctx, root, "sudo_set_alpha_sigmoid_steepness", netuid=2, steepness=-1)


def test_a_subnet_must_exist(ctx: Context) -> None:
    with refused(errors.SubnetDoesNotExist):
        admin(ctx, root, "sudo_set_kappa", netuid=9, kappa=1)


def test_alpha_values_need_liquid_alpha_and_order(ctx: Context) -> None:
    def set_values(low: int, high: int) -> None:
        admin(ctx, root, "sudo_set_alpha_values", netuid=2, alpha_low=low, alpha_high=high)

    with refused(subtensor.errors.LiquidAlphaDisabled):
        set_values(2_000, 3_000)
    admin(ctx, root, "sudo_set_liquid_alpha_enabled", netuid=2, enabled=True)
    # 65,535 / 40 = 1,638.4
    with refused(subtensor.errors.AlphaHighTooLow):
        set_values(1_638, 1_637)
    for low in (1_637, 3_001):
        with refused(subtensor.errors.AlphaLowOutOfRange):
            set_values(low, 3_000)
    set_values(1_638, 3_000)
    assert ctx.get(storage.AlphaValues, 2) == (1_638, 3_000)


def test_proof_of_work_is_closed_without_the_feature() -> None:
    with refused(errors.POWRegistrationDisabled):
        admin(
            fresh_context("fast"),
            root,
            "sudo_set_network_pow_registration_allowed",
            netuid=1,
            registration_allowed=True,
        )


def test_mechanisms_share_the_slots_and_the_emission(ctx: Context) -> None:
    with refused(subtensor.errors.TooManyUIDsPerMechanism):
        admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=2)
    admin(ctx, root, "sudo_set_max_allowed_uids", netuid=2, max_allowed_uids=128)
    admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=2)
    with refused(subtensor.errors.InvalidValue):
        admin(ctx, root, "sudo_set_mechanism_emission_split", netuid=2, maybe_split=[1, 2])
    split = [13_107, 52_428]
    admin(ctx, root, "sudo_set_mechanism_emission_split", netuid=2, maybe_split=split)
    assert ctx.get(storage.MechanismEmissionSplit, 2) == split
    admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=1)
    assert ctx.get(storage.MechanismEmissionSplit, 2) is None
