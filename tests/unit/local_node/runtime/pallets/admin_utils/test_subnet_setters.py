"""What a subnet's owner sets, and what root may set for it."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import admin_utils, subtensor
from chain_spec.pallets.admin_utils import errors
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.admin_utils.subnet_owner import OWNER, owned_subnet
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, go_to, key, refused
from tests.unit.local_node.runtime.support import decoded_events

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
    return owned_subnet()


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


def test_a_subnet_must_exist(ctx: Context) -> None:
    with refused(errors.SubnetDoesNotExist):
        admin(ctx, root, "sudo_set_kappa", netuid=9, kappa=1)
