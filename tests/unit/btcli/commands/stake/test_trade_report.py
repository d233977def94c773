"""What a trade of stake did."""

from __future__ import annotations

import pytest

from btcli.commands.stake.trade_report import TradeResult, ordered_amounts
from btsdk.calls import subtensor
from btsdk.keys import ss58
from btsdk.ops import RawCall
from btsdk.units import Alpha, Tao
from tests.unit.btcli.samples import BOB

ADD = ("SubtensorModule", ("add_stake", {"hotkey": b"", "netuid": 1, "amount_staked": 5}))
TAKE = ("SubtensorModule", ("remove_stake", {"netuid": 1, "amount_unstaked": 7}))
ALL = ("SubtensorModule", ("remove_stake_full_limit", {"netuid": 1}))


def test_the_amount_of_one_call() -> None:
    hotkey = ss58.decode(BOB)
    call = subtensor.AddStake(hotkey=hotkey, netuid=1, amount_staked=Tao.parse("1"))
    assert ordered_amounts(call) == [10**9]
    assert ordered_amounts(subtensor.UnstakeAll(hotkey=hotkey)) == [None]


def test_the_amounts_of_calls_inside_calls_in_order() -> None:
    batch = RawCall("Utility", "force_batch", {"calls": [ADD, ALL, TAKE]})
    assert ordered_amounts(batch) == [5, None, 7]
    proxied = RawCall("Proxy", "proxy", {"real": b"", "call": batch.nested()})
    assert ordered_amounts(proxied) == [5, None, 7]
    assert ordered_amounts(RawCall("Utility", "batch", {"calls": []})) == []


ONE = Alpha.parse("1", 3)


@pytest.mark.parametrize(
    ("traded", "facts"),
    [
        (TradeResult(True, Tao.parse("2"), ONE), [("staked", "τ2.000000000 for α1.000000000")]),
        (TradeResult(False, Tao.parse("2"), ONE), [("unstaked", "α1.000000000 for τ2.000000000")]),
        (TradeResult(False, Tao.parse("2"), None), [("unstaked", "for τ2.000000000")]),
    ],
)
def test_what_was_paid_and_what_it_gave(traded: TradeResult, facts: list[tuple[str, str]]) -> None:
    assert list(traded.facts()) == facts


def test_what_a_price_limit_left_is_told_in_its_unit() -> None:
    *_, (label, text) = TradeResult(True, Tao.parse("2"), ONE, Tao.parse("0.5")).facts()
    assert (label, text) == ("not staked", "τ0.500000000 (price limit reached)")
    *_, (label, text) = TradeResult(False, Tao.parse("2"), ONE, ONE).facts()
    assert (label, text) == ("still staked", "α1.000000000 (price limit reached)")
