"""Unstaking: the call, all of it, and what is not there."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AmountError, UsageError
from btsdk.ops import RemoveStake
from btsdk.units import Alpha
from tests.unit.btsdk.chain import BOB, POOL, TAO, Chain, called, draft, stake_info


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: RemoveStake(BOB, 1, TAO), AmountError),  # type: ignore[arg-type]
        (lambda: RemoveStake(BOB, 1, Alpha.parse("1", 2)), AmountError),
        (lambda: RemoveStake(BOB, 1, "all", TAO, allow_partial=True), UsageError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def test_unstaking() -> None:
    held = {"get_stake_info_for_hotkey_coldkey_netuid": stake_info(10**9), **POOL}
    one = Alpha.parse("1", 1)
    assert called(RemoveStake(BOB, 1, one), Chain(**held)) == "SubtensorModule.remove_stake"
    limited = RemoveStake(BOB, 1, one, limit_price=TAO, allow_partial=True)
    assert called(limited, Chain(**held)) == "SubtensorModule.remove_stake_limit"
    full = RemoveStake(BOB, 1, "all", limit_price=TAO)
    found = draft(full, Chain(**held))
    assert found.call.name == "remove_stake_full_limit"
    assert found.call.arguments()["limit_price"] == TAO
    (more,) = draft(RemoveStake(BOB, 1, one * 2), Chain(**held)).warnings
    assert "the stake there is α1.000000000" in more
    nothing = {"get_stake_info_for_hotkey_coldkey_netuid": None, **POOL}
    with pytest.raises(UsageError, match="no stake"):
        draft(RemoveStake(BOB, 1, "all"), Chain(**nothing))


def test_a_limited_sale_of_more_than_there_is_is_refused() -> None:
    held = {"get_stake_info_for_hotkey_coldkey_netuid": stake_info(10**9), **POOL}
    found = draft(RemoveStake(BOB, 1, Alpha.parse("2", 1), limit_price=TAO), Chain(**held))
    assert [one.code for one in found.refusals] == ["SubtensorModule.NotEnoughStakeToWithdraw"]
    missing = Chain(**{**held, "NetworksAdded": False})
    refusals = draft(RemoveStake(BOB, 1, Alpha.parse("1", 1)), missing).refusals
    assert [one.code for one in refusals] == ["SubtensorModule.SubnetNotExists"]
