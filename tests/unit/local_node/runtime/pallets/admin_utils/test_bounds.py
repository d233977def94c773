"""Bounds of hyperparameters."""

from __future__ import annotations

import pytest

from chain_spec.pallets import subtensor
from chain_spec.pallets.admin_utils import errors
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.admin_utils.subnet_owner import OWNER, owned_subnet
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, refused


@pytest.fixture
def ctx() -> Context:
    return owned_subnet()


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
