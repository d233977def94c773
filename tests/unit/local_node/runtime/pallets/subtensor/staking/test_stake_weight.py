"""Stake that a hotkey inherits."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.staking.stake_weight import (
    inherited_alpha,
    stake_weight_of_hotkey,
    stake_weights_of_subnet,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OWNER,
    TAO,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.children.family import (
    ALL,
    CHILD,
    family,
)


def test_stake_is_inherited_by_proportion() -> None:
    ctx = family()
    increase_stake(ctx, CHILD, OWNER, NETUID, TAO)
    assert inherited_alpha(ctx, HOTKEY, NETUID) == pytest.approx(4 * TAO, abs=2)
    assert inherited_alpha(ctx, CHILD, NETUID) == pytest.approx(5 * TAO, abs=2)
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 2 * TAO)
    weight = Fraction(ctx.get(storage.TaoWeight), ALL)
    found = stake_weight_of_hotkey(ctx, CHILD, NETUID)
    assert (found.alpha, found.tao) == pytest.approx((5 * TAO, TAO), abs=2)
    assert found.total == pytest.approx(float(5 * TAO + TAO * weight), abs=5)
    uid = append_neuron(ctx, NETUID, CHILD, 0)
    assert stake_weights_of_subnet(ctx, NETUID)[uid] == found
