"""Hyperparameters by name, on a real chain: each is set, and each refusal is the chain's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.errors import DispatchError, UsageError
from btsdk.ops import Proxied, RawCall, SetHyperparameter, Sudo
from btsdk.reads.hyperparameter_table import PARAMETERS, Setter, Unit
from btsdk.reads.subnets import Fixed
from btsdk.storage.subtensor import ActivityCutoff
from btsdk.units import Tao
from local_node import LocalChain
from tests.unit.btsdk.ops.stage import HOTKEY, NETUID, OTHER, OWNER, SUDO, Stage, staged

WHOLE: dict[str, Any] = {
    "max_allowed_uids": 128,
    "activity_cutoff": 500,
    "min_burn": Tao.parse("0.01"),
    "max_burn": "50",
    "alpha_sigmoid_steepness": 5,
    "burn_increase_mult": "1.5",
    "alpha_values": ("72%", "91%"),
    "subnet_owner_hotkey": OTHER,
    "recycle_or_burn": "recycle",
    "tempo": 500,
    "activity_cutoff_factor": 2_000,
    "max_validators": 32,
    "min_childkey_take": "9%",
    "bonds_moving_avg": "80%",
    "owner_immune_neuron_limit": 3,
    "commit_reveal_period": 4,
    "rao_recycled": Tao.parse("1"),
}
READ: dict[str, Any] = {
    "min_burn": Tao.parse("0.01"),
    "max_burn": Tao.parse("50"),
    "alpha_values": (47_185, 59_637),
    "subnet_owner_hotkey": OTHER.ss58_address,
    "recycle_or_burn": "Recycle",
    "alpha_sigmoid_steepness": Fixed(5 << 32, 32),
    "burn_increase_mult": Fixed(3 << 63, 64),
    "min_childkey_take": 5_898,
    "bonds_moving_avg": 800_000,
    "rao_recycled": Tao.parse("1"),
}
SET = [one for one in PARAMETERS if one.setter is not Setter.NOBODY]


@pytest.fixture(scope="module")
def module_stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


@pytest.fixture
def stage(module_stage: Stage) -> Iterator[Stage]:
    snapshot = module_stage.chain.snapshot()
    yield module_stage
    module_stage.chain.revert(snapshot)


def value_of(name: str, unit: Unit, now: Any) -> Any:
    """A value that differs from the present one."""
    return WHOLE.get(name, (not now) if unit is Unit.SWITCH else 7)


def prepared(stage: Stage, name: str) -> None:
    if name == "alpha_values":
        stage.does(SetHyperparameter(NETUID, "liquid_alpha_enabled", True), OWNER)
    if name == "min_allowed_uids":
        key = stage.chain.control
        key.set_storage({"SubtensorModule": {"SubnetworkN": [[[NETUID], 64]]}})


@pytest.mark.parametrize("one", SET, ids=lambda one: one.name)
def test_each_is_set_and_read(stage: Stage, one: Any) -> None:
    prepared(stage, one.name)
    now = stage.head.hyperparameters(NETUID)[one.name]
    value = value_of(one.name, one.unit, now)
    operation = SetHyperparameter(NETUID, one.name, value)
    signer = SUDO if one.setter is Setter.ROOT else OWNER
    plan = stage.client.prepare(operation, signer)
    assert plan.preview.refusals == ()
    assert f"subnet {NETUID}" in plan.preview.effects[0]
    stage.client.submit(plan)
    if one.name == "activity_cutoff":  # listed is the one that follows from the factor
        assert stage.head.storage(ActivityCutoff, NETUID) == value
        assert "no longer uses" in plan.preview.warnings[0]
    else:
        found = stage.head.hyperparameters(NETUID)
        assert found[one.name] == READ.get(one.name, value) != now
    if one.setter is Setter.ROOT:
        assert stage.refuses(operation, OTHER, "Sudo.RequireSudo").endswith(SUDO.ss58_address)
    else:
        foreign = stage.refuses(operation, OTHER, "BadOrigin")
        assert foreign == f"the subnet belongs to {OWNER.ss58_address}"


@pytest.mark.parametrize("one", SET, ids=lambda one: one.name)
def test_root_sets_each_through_sudo(stage: Stage, one: Any) -> None:
    prepared(stage, one.name)
    now = stage.head.hyperparameters(NETUID)[one.name]
    value = value_of(one.name, one.unit, now)
    operation = SetHyperparameter(NETUID, one.name, value)
    assert all(line.startswith("as root: ") for line in stage.effects(operation, SUDO))
    stage.does(Sudo(operation), SUDO)
    if one.name != "activity_cutoff":
        assert stage.head.hyperparameters(NETUID)[one.name] == READ.get(one.name, value)


OUTSIDE: list[tuple[str, Any, str]] = [
    ("max_allowed_uids", 0, "AdminUtils.MaxAllowedUidsLessThanMinAllowedUids"),
    ("max_allowed_uids", 257, "AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids"),
    ("activity_cutoff", 1, "SubtensorModule.ActivityCutoffTooLow"),
    ("min_burn", Tao.parse("1"), "AdminUtils.ValueNotInBounds"),
    ("max_burn", Tao.parse("0.1"), "AdminUtils.ValueNotInBounds"),
    ("bonds_moving_avg", 975_001, "AdminUtils.BondsMovingAverageMaxReached"),
    ("min_childkey_take", "50%", "AdminUtils.InvalidValue"),
    ("alpha_sigmoid_steepness", -1, "AdminUtils.NegativeSigmoidSteepness"),
    ("commit_reveal_period", 0, "SubtensorModule.RevealPeriodTooSmall"),
    ("commit_reveal_period", 101, "SubtensorModule.RevealPeriodTooLarge"),
    ("owner_immune_neuron_limit", 0, "SubtensorModule.InvalidValue"),
    ("owner_immune_neuron_limit", 11, "SubtensorModule.InvalidValue"),
    ("burn_half_life", 0, "AdminUtils.InvalidValue"),
    ("burn_half_life", 36_101, "AdminUtils.InvalidValue"),
    ("burn_increase_mult", "0.9", "AdminUtils.InvalidValue"),
    ("burn_increase_mult", "3.000001", "AdminUtils.InvalidValue"),
    ("alpha_values", ("70%", "90%"), "SubtensorModule.LiquidAlphaDisabled"),
    ("tempo", 359, "SubtensorModule.TempoOutOfBounds"),
    ("activity_cutoff_factor", 999, "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds"),
]


@pytest.mark.parametrize(("name", "value", "code"), OUTSIDE)
def test_a_value_outside_its_range(stage: Stage, name: str, value: Any, code: str) -> None:
    stage.refuses(SetHyperparameter(NETUID, name, value), OWNER, code)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ((1, 2), "SubtensorModule.AlphaHighTooLow"),
        ((1, 60_000), "SubtensorModule.AlphaLowOutOfRange"),
        ((60_000, 50_000), "SubtensorModule.AlphaLowOutOfRange"),
    ],
)
def test_the_range_of_liquid_alpha(stage: Stage, value: tuple[int, int], code: str) -> None:
    stage.does(SetHyperparameter(NETUID, "liquid_alpha_enabled", True), OWNER)
    stage.refuses(SetHyperparameter(NETUID, "alpha_values", value), OWNER, code)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("max_validators", 257, "AdminUtils.MaxValidatorsLargerThanMaxUIds"),
        ("min_allowed_uids", 256, "AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids"),
        ("min_allowed_uids", 1, "AdminUtils.MinAllowedUidsGreaterThanCurrentUids"),
        ("activity_cutoff_factor", 1, "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds"),
    ],
)
def test_what_is_refused_to_root(stage: Stage, name: str, value: Any, code: str) -> None:
    stage.refuses(SetHyperparameter(NETUID, name, value), SUDO, code)
    stage.refuses(Sudo(SetHyperparameter(NETUID, name, value)), SUDO, code)


def test_root_may_do_what_owners_may_not(stage: Stage) -> None:
    stage.does(SetHyperparameter(NETUID, "alpha_sigmoid_steepness", -3), SUDO)
    stage.does(SetHyperparameter(NETUID, "bonds_moving_avg", 1_000_000), SUDO)
    found = stage.head.hyperparameters(NETUID)
    assert found.alpha_sigmoid_steepness == Fixed(-3 << 32, 32)
    assert found.shown("bonds_moving_avg") == "1,000,000 (100 %)"


@pytest.mark.parametrize("name", ["owner_cut_enabled", "burn_half_life"])
def test_the_root_network_has_none_of_these(stage: Stage, name: str) -> None:
    operation = SetHyperparameter(0, name, 7 if name == "burn_half_life" else False)
    stage.refuses(operation, SUDO, "AdminUtils.NotPermittedOnRootSubnet")


def test_no_subnet(stage: Stage) -> None:
    stage.refuses(SetHyperparameter(9, "kappa", "60%"), SUDO, "AdminUtils.SubnetDoesNotExist")
    stage.refuses(
        SetHyperparameter(9, "subnet_owner_hotkey", OTHER),
        SUDO,
        "SubtensorModule.SubnetNotExists",
    )
    reason = stage.refuses(SetHyperparameter(9, "rho", 5), OWNER, "BadOrigin")
    assert reason == "there is no subnet 9"


def test_the_rate_limit_names_the_block_at_which_it_ends(stage: Stage) -> None:
    stage.sudo(calls.SudoSetOwnerHparamRateLimit(epochs=2))
    first, again = SetHyperparameter(NETUID, "rho", 5), SetHyperparameter(NETUID, "rho", 6)
    assert "its next change is possible 20 blocks later" in stage.effects(first, OWNER)
    done = stage.does(first, OWNER).block_number
    code = "SubtensorModule.TxRateLimitExceeded"
    assert f"in block {done + 20:,}" in stage.refuses(again, OWNER, code)
    stage.does(SetHyperparameter(NETUID, "serving_rate_limit", 7), OWNER)  # of another one
    stage.advance_to(done + 19)
    stage.refuses(again, OWNER, code)
    assert stage.head.number == done + 19
    stage.does(again, OWNER)


def test_the_limit_of_the_version_key_and_of_the_owners_hotkey(stage: Stage) -> None:
    code = "SubtensorModule.TxRateLimitExceeded"
    done = stage.does(SetHyperparameter(NETUID, "weights_version", 5), OWNER).block_number
    later = SetHyperparameter(NETUID, "weights_version_key", 6)
    assert f"in block {done + 50:,}" in stage.refuses(later, OWNER, code)
    done = stage.does(SetHyperparameter(NETUID, "sn_owner_hotkey", OTHER), OWNER).block_number
    back = SetHyperparameter(NETUID, "sn_owner_hotkey", HOTKEY)
    assert f"in block {done + 50_400:,}" in stage.refuses(back, OWNER, code)
    stage.refuses(back, SUDO, code)


def test_the_freeze_window_names_the_block_at_which_it_ends(stage: Stage) -> None:
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=4))
    code = "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"
    operation = SetHyperparameter(NETUID, "rho", 5)
    window = stage.head.freeze_window(NETUID)
    assert window.starts_at is not None
    stage.advance_to(window.starts_at - 1)
    assert not stage.head.in_admin_freeze_window(NETUID)
    stage.does(SetHyperparameter(NETUID, "rho", 9), OWNER)
    for _ in range(3):
        assert stage.head.in_admin_freeze_window(NETUID)
        assert f"block {window.starts_at + 3}" in stage.refuses(operation, OWNER, code)
    assert not stage.head.in_admin_freeze_window(NETUID)
    stage.does(operation, OWNER)
    assert stage.head.number == window.starts_at + 3


def test_the_freeze_window_holds_for_root_unless_the_value_has_none(stage: Stage) -> None:
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=1_000))
    code = "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"
    assert "never ends" in stage.refuses(SetHyperparameter(NETUID, "rho", 5), SUDO, code)
    stage.does(SetHyperparameter(NETUID, "kappa", "60%"), SUDO)
    stage.does(SetHyperparameter(NETUID, "sn_owner_hotkey", OTHER), OWNER)


def test_both_limits_are_named(stage: Stage) -> None:
    stage.sudo(calls.SudoSetOwnerHparamRateLimit(epochs=2))
    stage.does(SetHyperparameter(NETUID, "rho", 5), OWNER)
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=1_000))
    assert stage.predicted(SetHyperparameter(NETUID, "rho", 6), OWNER) == [
        "SubtensorModule.TxRateLimitExceeded",
        "SubtensorModule.AdminActionProhibitedDuringWeightsWindow",
    ]


def test_what_is_so_already(stage: Stage) -> None:
    operation = SetHyperparameter(NETUID, "kappa", 32_767)
    assert stage.warnings(operation, SUDO) == ("kappa has this value already",)


def test_a_runtime_without_proofs_of_work() -> None:
    operation = SetHyperparameter(1, "pow_registration_allowed", True)
    with LocalChain("local") as chain:
        plan = chain.client.prepare(operation, SUDO)
        assert plan.preview.refusals[0].code == "AdminUtils.POWRegistrationDisabled"
        with pytest.raises(DispatchError) as caught:
            chain.client.submit(plan)
        assert caught.value.code == "AdminUtils.POWRegistrationDisabled"


def test_a_proxy_of_the_owner_sets_it(stage: Stage) -> None:
    grant = {"delegate": OTHER.ss58_address, "proxy_type": "Owner", "delay": 0}
    stage.does(RawCall("Proxy", "add_proxy", grant), OWNER)
    proxied = Proxied(SetHyperparameter(NETUID, "rho", 5), OWNER.ss58_address)
    stage.does(proxied, OTHER)
    assert stage.head.hyperparameters(NETUID).rho == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kapa", 5),
        ("alpha_low", 5),
        ("yuma_version", 3),
        ("max_weights_limit", 5),
        ("rho", 5.0),
        ("rho", "a"),
        ("min_burn", 5),
        ("min_burn", 0.5),
        ("kappa", 0.5),
        ("kappa", "101%"),
        ("kappa", -1),
        ("burn_increase_mult", 1.26),
        ("liquid_alpha_enabled", 1),
        ("recycle_or_burn", "keep"),
        ("alpha_values", 5),
        ("sn_owner_hotkey", 5),
    ],
)
def test_what_cannot_be_meant(name: str, value: Any) -> None:
    with pytest.raises(UsageError):
        SetHyperparameter(NETUID, name, value)
