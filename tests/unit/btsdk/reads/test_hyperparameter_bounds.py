"""The bounds of hyperparameters: the chain takes both, and nothing beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.errors import SubnetNotFound
from btsdk.ops import SetHyperparameter
from btsdk.reads.hyperparameter_bounds import Bounds
from btsdk.reads.hyperparameter_table import PARAMETERS, Setter, Unit, parameter
from btsdk.reads.subnets import Fixed
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import NETUID, OWNER, SUDO, Stage, staged

CHECKED = (
    "max_allowed_uids", "max_validators", "activity_cutoff", "min_burn", "max_burn",
    "min_childkey_take", "tempo", "activity_cutoff_factor", "bonds_moving_avg",
    "commit_reveal_period", "owner_immune_neuron_limit", "burn_half_life", "burn_increase_mult",
)  # fmt: skip
"""Those that the chain refuses a value of; all values of the others' types are taken."""

MOST = {"min_burn", "min_childkey_take", "max_validators", "bonds_moving_avg"}
"""Those that can be 0, so that only the greatest value has a neighbour."""

LEAST = {"activity_cutoff", "max_burn"}
"""Those whose greatest value is that of their type."""


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with staged() as made:
        yield made


def next_to(value: Any, step: int) -> Any:
    if isinstance(value, Tao):
        return Tao.from_rao(value.rao + step)
    return Fixed(value.bits + step, value.fraction) if isinstance(value, Fixed) else value + step


def refused(stage: Stage, name: str, value: Any) -> bool:
    signer = SUDO if parameter(name).setter is Setter.ROOT else OWNER
    plan = stage.client.prepare(SetHyperparameter(NETUID, name, value), signer)
    return bool(plan.preview.refusals)


@pytest.mark.parametrize("name", CHECKED)
def test_the_chain_takes_the_bounds_and_nothing_beyond(stage: Stage, name: str) -> None:
    least, most = stage.head.hyperparameter_bounds(NETUID)[name]
    assert not refused(stage, name, least)
    assert not refused(stage, name, most)
    if name not in MOST:
        assert refused(stage, name, next_to(least, -1))
    if name not in LEAST:
        assert refused(stage, name, next_to(most, 1))


def test_what_has_bounds(stage: Stage) -> None:
    found = stage.head.hyperparameter_bounds(NETUID)
    assert found["alpha_values"] == Bounds(1_638, 65_535)
    without = {one.name for one in PARAMETERS} - set(found)
    units = {parameter(name).unit for name in without if parameter(name).call}
    assert units == {Unit.SWITCH, Unit.CHOICE, Unit.ACCOUNT}
    with pytest.raises(SubnetNotFound):
        stage.head.hyperparameter_bounds(99)
