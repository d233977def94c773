"""Dividends shared between a child and its parents."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.coinbase.child_dividends import split_dividends
from local_node.runtime.pallets.subtensor.staking.children.childkey_settings import (
    set_childkey_take,
)
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OWNER,
    TAO,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.children.family import CHILD, family


def test_dividends_go_to_parents_less_the_childs_take() -> None:
    ctx = family()
    increase_stake(ctx, CHILD, OWNER, NETUID, 4 * TAO)
    set_childkey_take(ctx, by(OWNER), CHILD, NETUID, 6_553)  # a tenth, nearly
    shares = dict(split_dividends(ctx, CHILD, NETUID, 1_000_000))
    # Both brought four alpha; the child keeps its own half and its take of the parent's.
    take = Fraction(6_553, 65_535)
    assert shares[HOTKEY] == pytest.approx(float(500_000 * (1 - take)), abs=2)
    assert shares[CHILD] == pytest.approx(float(500_000 * (1 + take)), abs=2)
    ctx.put(storage.Owner, CHILD, COLDKEY)  # a family pays no take
    assert dict(split_dividends(ctx, CHILD, NETUID, 1_000_000))[HOTKEY] == pytest.approx(
        500_000, abs=2
    )
