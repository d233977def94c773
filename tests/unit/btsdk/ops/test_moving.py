"""Moves of stake: what the chain refuses is foreseen, and what is received is near the quote."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AmountError, UsageError
from btsdk.ops import LockStake, MoveStake, SetRejectLockedAlpha, SwapStake, TransferStake
from btsdk.ops.moving import check_move
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_2,
    BOB,
    BOB_1,
    FIRST,
    MISSING,
    NOBODY,
    SECOND,
    Staked,
    alpha,
)


def move(to: int = SECOND, amount: str = "1", hotkey: str = BOB_1) -> MoveStake:
    return MoveStake(ALICE_2, FIRST, hotkey, to, alpha(amount))


@pytest.mark.parametrize(
    ("amount", "to", "limit"),
    [
        (Tao.parse("1"), 3, None),
        (alpha("1", 3), 3, None),
        (alpha("0"), 3, None),
        (alpha("1"), 3, Tao.parse("1")),
        (alpha("1"), 3, alpha("1", 2)),
        (alpha("1"), 3, alpha("0", 3)),
        (1, 3, None),
    ],
)
def test_amounts_and_limits_in_other_units_are_refused(amount: Any, to: int, limit: Any) -> None:
    with pytest.raises(AmountError):
        check_move(amount, FIRST, to, limit)


def test_no_limit_applies_within_a_subnet() -> None:
    with pytest.raises(UsageError, match="no limit"):
        check_move("all", FIRST, FIRST, alpha("1"))


def test_refusals_of_subnets_and_hotkeys(real: Staked) -> None:
    real.refuses(move(MISSING), "SubnetNotExists")
    real.refuses(move(SECOND, hotkey=NOBODY), "HotKeyAccountNotExists")
    real.refuses(move(FIRST, hotkey=NOBODY), "HotKeyAccountNotExists")
    real.set(SubtokenEnabled=[[[SECOND], False]])
    real.refuses(move(SECOND), "SubtokenDisabled")
    with pytest.raises(UsageError, match="has no stake"):
        real.draft(MoveStake(BOB_1, FIRST, ALICE_2, FIRST, alpha("1")))


def test_too_little_is_refused(real: Staked) -> None:
    real.refuses(move(SECOND, "0.0001"), "AmountTooLow")
    real.refuses(move(FIRST, "0.0001"), "AmountTooLow")
    real.refuses(SwapStake(ALICE_2, FIRST, 0, alpha("0.0001")), "AmountTooLow")


def test_what_the_pools_cannot_fill(real: Staked) -> None:
    real.set(SubnetAlphaIn=[[[FIRST], 10**6]])
    real.refuses(move(SECOND, "5"), "InsufficientLiquidity")
    real.set(
        SubnetAlphaIn=[[[FIRST], 10**12]],
        SubnetTAO=[[[SECOND], 10**5]],
        FirstEmissionBlockNumber=[[[SECOND], None]],  # no emission into this pool
    )
    real.refuses(move(SECOND, "5"), "Swap.SwapInputTooLarge")


def test_more_than_there_is_moves_all_of_it(real: Staked) -> None:
    held = real.stake(ALICE, ALICE_2, FIRST)
    found = real.draft(move(FIRST, "1000"))
    assert any("moves all of it" in warning for warning in found.warnings)
    assert not any("price limit" in effect for effect in found.effects)
    real.do(move(FIRST, "1000"))
    assert real.stake(ALICE, ALICE_2, FIRST) == alpha("0")
    assert abs(real.stake(ALICE, BOB_1, FIRST).rao - held.rao) < 10


@pytest.mark.parametrize(("origin", "to"), [(FIRST, SECOND), (FIRST, 0), (0, SECOND)])
def test_what_is_received_is_near_the_quote(real: Staked, origin: int, to: int) -> None:
    if origin == 0:
        real.do(MoveStake(ALICE_2, FIRST, ALICE_2, 0, alpha("10")))
    amount = alpha("3", origin)
    quote = real.view.quote_move(amount, to)
    before = real.stake(ALICE, ALICE_2, to)
    real.do(SwapStake(ALICE_2, origin, to, amount))
    got = real.stake(ALICE, ALICE_2, to) - before
    # An epoch may add to the stake meanwhile, and reserves grow by the block's emission.
    assert abs(got.rao - quote.received.rao) * 10**3 < quote.received.rao


def test_the_lock_holds_what_crosses_subnets(real: Staked) -> None:
    held = real.view.stake_availability(ALICE, FIRST).total
    real.do(LockStake(ALICE_2, FIRST, held - alpha("1")))
    real.refuses(move(SECOND, "5"), "StakeUnavailable")
    real.refuses(TransferStake(BOB, ALICE_2, FIRST, alpha("5"), SECOND), "StakeUnavailable")
    assert real.codes(move(FIRST, "5")) == []
    assert real.codes(move(SECOND, "0.5")) == []


def test_a_transfer_takes_its_part_of_the_lock(real: Staked) -> None:
    held = real.view.stake_availability(ALICE, FIRST).total
    real.do(LockStake(ALICE_2, FIRST, held - alpha("1")))
    gift = TransferStake(BOB, ALICE_2, FIRST, alpha("5"))
    real.refuses(gift, "AccountRejectsLockedAlpha")
    real.do(SetRejectLockedAlpha(enabled=False), BOB)
    found = real.draft(gift)
    assert found.refusals == ()
    assert any("stays locked for the receiver" in warning for warning in found.warnings)
    real.do(gift)
    lock = real.view.coldkey_lock(BOB, FIRST)
    assert lock.hotkey == ALICE_2
    assert alpha("3.9") < lock.amount < alpha("4.1")
    real.do(LockStake(ALICE_2, SECOND, alpha("60", SECOND)))
    real.do(MoveStake(ALICE_2, SECOND, BOB_1, SECOND, "all"))  # the lock stays, to hotkey 2
    real.do(TransferStake(BOB, BOB_1, SECOND, alpha("1", SECOND)))
    real.do(LockStake(BOB_1, SECOND, alpha("0.5", SECOND)), BOB)
    rest = TransferStake(BOB, BOB_1, SECOND, "all")
    real.refuses(rest, "LockHotkeyMismatch")


def test_transfers_may_be_switched_off(real: Staked) -> None:
    real.set(TransferToggle=[[[FIRST], False]])
    real.refuses(TransferStake(BOB, ALICE_2, FIRST, alpha("5")), "TransferDisallowed")
    assert real.codes(move(FIRST, "5")) == []
    other = TransferStake(BOB, ALICE_2, SECOND, Alpha.parse("5", SECOND), FIRST)
    real.refuses(other, "TransferDisallowed")
