"""Transferring stake to another coldkey."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.ops import TransferStake
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB, FIRST, SECOND, Staked, alpha


def test_on_the_same_subnet(real: Staked) -> None:
    operation = TransferStake(BOB, ALICE_2, FIRST, alpha("5"))
    found = real.draft(operation)
    assert found.refusals == ()
    assert "on subnet 2 to" in found.effects[0]
    receipt = real.do(operation)
    assert "StakeTransferred" in {event.name for event in receipt.events}
    assert abs(real.stake(BOB, ALICE_2, FIRST).rao - alpha("5").rao) < 10


def test_to_another_subnet(real: Staked) -> None:
    operation = TransferStake(BOB, ALICE_2, FIRST, alpha("5"), to_netuid=SECOND)
    found = real.draft(operation)
    assert "as stake on subnet 3" in found.effects[0]
    quote = real.view.quote_move(alpha("5"), SECOND)
    real.do(operation)
    got = real.stake(BOB, ALICE_2, SECOND)
    assert abs(got.rao - quote.received.rao) * 1_000 < got.rao


def test_to_oneself_is_refused(real: Staked) -> None:
    real.refuses(TransferStake(ALICE, ALICE_2, FIRST, alpha("5")), "SameNetuid")


def test_the_price_limit_is_checked_by_the_sdk(real: Staked) -> None:
    price = real.view.quote_move(alpha("1"), SECOND).price
    with pytest.raises(UsageError, match="within the price limit"):
        real.draft(TransferStake(BOB, ALICE_2, FIRST, alpha("1"), SECOND, price * 2))
    found = real.draft(TransferStake(BOB, ALICE_2, FIRST, alpha("1"), SECOND, price // 2))
    assert any("the SDK checked it at block" in warning for warning in found.warnings)
