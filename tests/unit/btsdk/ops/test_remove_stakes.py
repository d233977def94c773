"""Several unstakes in one extrinsic."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.ops import RemoveStake, RemoveStakes
from btsdk.units import Alpha
from tests.unit.btsdk.chain import BOB, METADATA, POOL, TAO, Chain, draft, stake_info

HELD = Chain(get_stake_info_for_hotkey_coldkey_netuid=stake_info(10**10), **POOL)


def test_each_is_a_call_of_a_batch() -> None:
    one = Alpha.parse("1", 1)
    found = draft(RemoveStakes([RemoveStake(BOB, 1, one, TAO), RemoveStake(BOB, 1, one)]), HELD)
    call = METADATA.decode_call(found.call.encode(METADATA))
    assert (call.pallet, call.name) == ("Utility", "force_batch")
    assert [inner[1][0] for inner in call.args["calls"]] == ["remove_stake_limit", "remove_stake"]


def test_a_pool_that_is_sold_into_twice_is_warned_of() -> None:
    one = RemoveStake(BOB, 1, Alpha.parse("1", 1), TAO)
    again = "each trade is estimated at the price before the others on subnet 1"
    assert again in draft(RemoveStakes([one, one]), HELD).warnings
    assert again not in draft(RemoveStakes([one]), HELD).warnings


def test_one_that_cannot_be_meant_fails_all() -> None:
    nothing = Chain(get_stake_info_for_hotkey_coldkey_netuid=None, **POOL)
    with pytest.raises(UsageError, match="no stake"):
        draft(RemoveStakes([RemoveStake(BOB, 1, "all")]), nothing)
