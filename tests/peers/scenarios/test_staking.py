"""Stake and unstake in each form of the SDK; pools reckoned again by exact arithmetic.

A subnet's alpha emission is one alpha a block; its TAO emission is off until root switches it on,
so nothing but trades changes the reserves.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import (
    TAO,
    bought,
    events,
    refused,
    sold,
    succeeded,
    swap_fee,
)

pytestmark = pytest.mark.peer

EMISSION = TAO
NEAR = 2
"""The chain reckons pools in binary fractions: a result may differ from the exact one, in rao."""


class Holdings:
    """Who holds what before and after a step."""

    def __init__(self, told: dict[str, Any], keys: dict[str, Any]) -> None:
        self._before, self._after = told["holdings"]
        self._keys = keys

    def free(self, who: str) -> int:
        """How much more TAO."""
        return int(self._after[who] - self._before[who])

    def alpha(self, coldkey: str, hotkey: str, netuid: int) -> int:
        """How much more alpha of `coldkey` with the hotkey of `hotkey`."""
        key = [self._keys[coldkey][0], self._keys[hotkey][1], netuid]
        before, after = (
            sum(amount for *whose, amount in each["stakes"] if whose == key)
            for each in (self._before, self._after)
        )
        return int(after - before)


@pytest.fixture
def seen(play: Play) -> dict[str, Any]:
    return play("staking")


def test_staking(seen: dict[str, Any]) -> None:
    keys = seen["prepare"]
    assert keys["netuids"] == [2, 3]
    _adds(seen, keys)
    _removes(seen, keys)
    _moves(seen, keys)
    _swaps(seen, keys)
    _swaps_as_far_as_the_limit(seen, keys)
    _adds_to_several(seen["add_multiple"])
    _removes_all(seen, keys)
    _refuses(seen["refusals"])


def _pools(told: dict[str, Any], netuid: int = 2) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = told["pools"][str(netuid)]
    return before, after


def _buys(told: dict[str, Any], keys: dict[str, Any], amount: int) -> None:
    """`amount` TAO became alpha of the first subnet, at the pool's price and fee."""
    before, after = _pools(told)
    fee = swap_fee(amount, before)
    [[coldkey, hotkey, tao, alpha, netuid, said_fee]] = events(succeeded(told), "StakeAdded")
    assert ([coldkey, hotkey], tao, netuid) == (keys["bob"], amount, 2)
    assert said_fee == fee
    assert alpha == pytest.approx(bought(before, amount - fee), abs=NEAR)
    assert after["tao"] - before["tao"] == amount - fee
    assert before["alpha_in"] - after["alpha_in"] == alpha
    assert after["alpha_out"] - before["alpha_out"] == alpha + EMISSION
    holdings = Holdings(told, keys)
    assert holdings.free("bob") == -amount - told["fee"]
    assert holdings.alpha("bob", "bob", 2) == alpha


def _adds(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    add = seen["add"]
    _buys(add, keys, 20 * TAO)
    [[*_, alpha, _, fee]] = events(add, "StakeAdded")
    assert add["quoted"] == alpha
    assert add["quoted_fee"] == add["sdk_fee"] == fee
    assert add["told_stake"] == [0, alpha]

    _buys(seen["add_safe"], keys, 5 * TAO)

    dear = refused(seen["add_too_dear"], "SlippageTooHigh")
    assert Holdings(dear, keys).free("bob") == -dear["fee"]
    assert _pools(dear)[0]["tao"] == _pools(dear)[1]["tao"]

    partial = seen["add_partially"]
    before, after = _pools(partial)
    [[_, _, spent, *_]] = events(partial, "StakeAdded")
    _buys(partial, keys, spent)
    limit = before["price"] * 1.05
    assert after["price"] == pytest.approx(limit, rel=1e-6)
    # Price is T/A and T·A stays: the price grows by the square of T's growth.
    into_pool = before["tao"] * (1.05**0.5 - 1)
    assert after["tao"] - before["tao"] == pytest.approx(into_pool, rel=1e-6)


def _sells(told: dict[str, Any], keys: dict[str, Any], amount: int, netuid: int = 2) -> int:
    """`amount` alpha became TAO; the fee in alpha is sold for the author. The TAO paid out."""
    before, after = _pools(told, netuid)
    fee = swap_fee(amount, before)
    [[_, _, tao, alpha, sold_on, said_fee]] = events(succeeded(told), "StakeRemoved")
    assert (alpha, sold_on, said_fee) == (amount - fee, netuid, fee)
    assert tao == pytest.approx(sold(before, amount - fee), abs=NEAR)
    then = {
        **before,
        "tao": before["tao"] - tao,
        "alpha_in": before["alpha_in"] + amount - fee,
    }
    for_author = before["tao"] - after["tao"] - tao
    assert for_author == pytest.approx(sold(then, fee), abs=NEAR)
    assert for_author in [moved["amount"] for moved in events(told, "Transfer")]
    assert after["alpha_in"] - before["alpha_in"] == amount
    assert after["alpha_out"] - before["alpha_out"] == EMISSION - amount
    assert Holdings(told, keys).alpha("bob", "bob", netuid) == -amount
    return int(tao)


def _removes(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    remove = seen["remove"]
    tao = _sells(remove, keys, 4 * TAO)
    assert remove["quoted"] == tao
    assert remove["quoted_fee"] == remove["sdk_fee"] == swap_fee(4 * TAO, _pools(remove)[0])
    assert Holdings(remove, keys).free("bob") == tao - remove["fee"]
    safe = seen["remove_safe"]
    tao = _sells(safe, keys, TAO)
    assert Holdings(safe, keys).free("bob") == tao - safe["fee"]


def _moves(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    """Within a subnet alpha changes hands whole, and the pool stays as it is."""
    for name, amount, coldkey, hotkey, event in (
        ("move", 2 * TAO, "bob", "charlie", "StakeMoved"),
        ("transfer", TAO, "charlie", "bob", "StakeTransferred"),
    ):
        told = succeeded(seen[name])
        before, after = _pools(told)
        assert (before["tao"], before["alpha_in"]) == (after["tao"], after["alpha_in"])
        holdings = Holdings(told, keys)
        assert holdings.alpha("bob", "bob", 2) == -amount
        assert holdings.alpha(coldkey, hotkey, 2) == amount
        assert (holdings.free("bob"), holdings.free("charlie")) == (-told["fee"], 0)
        [[*_, tao]] = events(told, event)
        assert tao == pytest.approx(amount * before["price"] // TAO, abs=NEAR)


def _swaps(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    for name, amount in (("swap", 3 * TAO), ("swap_safe", TAO)):
        told = seen[name]
        tao = _sells(told, keys, amount)
        before, after = _pools(told, 3)
        [[_, _, spent, alpha, netuid, fee]] = events(told, "StakeAdded")
        assert (spent, netuid, fee) == (tao, 3, 0)  # the fee was paid on the way out
        assert alpha == pytest.approx(bought(before, tao), abs=NEAR)
        assert after["tao"] - before["tao"] == tao
        assert after["alpha_out"] - before["alpha_out"] == alpha + EMISSION
        holdings = Holdings(told, keys)
        assert holdings.alpha("bob", "bob", 3) == alpha
        assert holdings.free("bob") == -told["fee"]
    # The quote takes the second pool's fee as well, which a swap does not.
    quoted, [[_, _, _, alpha, *_]] = seen["swap"]["quoted"], events(seen["swap"], "StakeAdded")
    assert quoted == pytest.approx(alpha * (1 - 33 / 65_535), rel=1e-5)
    dear = refused(seen["swap_too_dear"], "SlippageTooHigh")
    assert Holdings(dear, keys).free("bob") == -dear["fee"]


def _swaps_as_far_as_the_limit(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    told = seen["swap_partially"]
    [[_, _, _, alpha, _, fee]] = events(succeeded(told), "StakeRemoved")
    first, second = (_pools(told, netuid)[0] for netuid in (2, 3))
    # A2·T1/(T1+T2)/limit - A1·T2/(T1+T2), of which the fee is a part
    both = first["tao"] + second["tao"]
    most = Fraction(second["alpha_in"] * first["tao"], both) / Fraction(told["limit"], TAO)
    most -= Fraction(first["alpha_in"] * second["tao"], both)
    assert alpha + fee == pytest.approx(float(most), rel=1e-6)
    assert 0 < alpha + fee < 10 * TAO
    _sells(told, keys, alpha + fee)
    whole = refused(seen["swap_whole_or_not"], "SlippageTooHigh")
    assert Holdings(whole, keys).free("bob") == -whole["fee"]
    assert Holdings(whole, keys).alpha("bob", "bob", 2) == 0


def _adds_to_several(told: dict[str, Any]) -> None:
    assert told["success"], told["message"]
    fees = told["paid"] - 5 * TAO
    assert 0 < fees < TAO // 100
    first, second = told["gained"]
    assert 0 < first < 2 * TAO < second < 3 * TAO


def _removes_all(seen: dict[str, Any], keys: dict[str, Any]) -> None:
    for name, netuid in (("remove_all", 2), ("remove_from_all", 3)):
        told = seen[name]
        held = sum(
            amount
            for *whose, on, amount in told["holdings"][0]["stakes"]
            if (whose, on) == (keys["bob"], netuid)
        )
        assert held > 0
        tao = _sells(told, keys, held, netuid)
        assert Holdings(told, keys).free("bob") == tao - told["fee"]


def _refuses(refusals: dict[str, Any]) -> None:
    for name, error in {
        "too_little": "AmountTooLow",
        "no_subnet": "SubnetNotExists",
        "not_started": "SubtokenDisabled",
        "no_hotkey": "HotKeyAccountNotExists",
        "not_enough": "Not enough stake",
    }.items():
        success, message = refusals[name]
        assert not success
        assert error in message
