"""Stakes of a coldkey."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads.stakes import Stake, stake, stakes
from btsdk.units import Alpha
from tests.unit.btsdk import staked
from tests.unit.btsdk.chain import ALICE, BOB, Chain, stake_info
from tests.unit.btsdk.script import dev_at
from tests.unit.btsdk.staked import Staked


def test_each_stake_is_in_the_alpha_of_its_subnet() -> None:
    found = [stake_info(10**9) | {"emission": 3}, stake_info(5) | {"netuid": 7}]
    held = Chain(get_stake_info_for_coldkey=found).script().play(stakes(dev_at(), BOB))
    assert held == [
        Stake(BOB, BOB, 1, Alpha.parse("1", 1), Alpha.from_rao(3, 1), True),
        Stake(BOB, BOB, 7, Alpha.from_rao(5, 7), Alpha.from_rao(0, 7), True),
    ]


def test_no_stake_is_zero_of_that_subnet() -> None:
    nothing = Chain(get_stake_info_for_hotkey_coldkey_netuid=None).script()
    assert nothing.play(stake(dev_at(), ALICE, BOB, 4)) == Alpha.from_rao(0, 4)
    some = Chain(get_stake_info_for_hotkey_coldkey_netuid=stake_info(8)).script()
    assert some.play(stake(dev_at(), BOB, BOB, 1)) == Alpha.from_rao(8, 1)


def test_what_is_no_netuid_is_refused_before_the_node_is_asked() -> None:
    script = Chain().script()
    with pytest.raises(UsageError):
        script.play(stake(dev_at(), ALICE, BOB, 70_000))
    assert script.asked == []


def test_many_coldkeys_in_one_request(real: Staked) -> None:
    view = real.view
    found = view.stakes_for_coldkeys([staked.ALICE, staked.BOB, staked.NOBODY])
    for key in (staked.ALICE, staked.BOB):
        assert found[key.ss58_address] == view.stakes(key) != []
    assert found[staked.NOBODY] == []


def test_hundreds_of_coldkeys(real: Staked) -> None:
    many = [number.to_bytes(32, "big") for number in range(250)]
    found = real.view.stakes_for_coldkeys([*many, staked.ALICE])
    assert len(found) == 251
    assert found[staked.ALICE.ss58_address]
