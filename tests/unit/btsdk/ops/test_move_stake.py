"""Moving stake to another hotkey."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import MoveStake
from tests.unit.btsdk.chain import ALICE as ORIGIN
from tests.unit.btsdk.chain import BOB, POOL, NewerChain, stake_info
from tests.unit.btsdk.script import later_at
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB_1, FIRST, SECOND, Staked, alpha

FREE = {"total": 10**10, "locked": 0, "available": 10**10}
HELD = [(ss58.decode(ORIGIN), [(1, FREE), (2, FREE)])]


def test_within_a_subnet_nothing_is_lost(real: Staked) -> None:
    operation = MoveStake(ALICE_2, FIRST, BOB_1, FIRST, alpha("5"))
    found = real.draft(operation)
    assert found.refusals == ()
    assert found.warnings == ()
    receipt = real.do(operation)
    assert "StakeMoved" in {event.name for event in receipt.events}
    assert abs(real.stake(ALICE, BOB_1, FIRST).rao - alpha("5").rao) < 10


def test_between_subnets(real: Staked) -> None:
    operation = MoveStake(ALICE_2, FIRST, BOB_1, SECOND, alpha("5"))
    found = real.draft(operation)
    assert found.refusals == ()
    assert any("it gives about α" in effect for effect in found.effects)
    assert any("no price limit" in warning for warning in found.warnings)
    real.do(operation)
    assert real.stake(ALICE, BOB_1, SECOND) > alpha("1", SECOND)


def test_all_of_it(real: Staked) -> None:
    real.do(MoveStake(ALICE_2, FIRST, BOB_1, FIRST, "all"))
    assert real.stake(ALICE, ALICE_2, FIRST) == alpha("0")


def test_the_price_limit_is_checked_by_the_sdk(real: Staked) -> None:
    price = real.view.quote_move(alpha("1"), SECOND).price
    low, high = price // 2, price * 2
    places = (ALICE_2, FIRST, BOB_1, SECOND, alpha("1"))
    found = real.draft(MoveStake(*places, limit_price=low))
    assert found.refusals == ()
    assert any("the chain's call has no price limit" in warning for warning in found.warnings)
    with pytest.raises(UsageError, match="within the price limit"):
        real.draft(MoveStake(*places, limit_price=high))


def test_nowhere_to_move() -> None:
    with pytest.raises(UsageError, match="already"):
        MoveStake(ALICE_2, FIRST, ALICE_2, FIRST, alpha("5"))


def test_accounts_are_keys_bytes_or_text() -> None:
    made = MoveStake(ALICE, FIRST, BOB_1, FIRST, alpha("5"))
    assert made.hotkey == ALICE.ss58_address
    assert made == MoveStake(ALICE.public_key, FIRST, BOB_1, FIRST, alpha("5"))


def test_a_newer_chain_keeps_the_price_limit() -> None:
    state = {**POOL, "get_stake_info_for_hotkey_coldkey_netuid": stake_info(10**10)}
    state |= {"get_stake_availability_for_coldkeys": HELD, "TransferToggle": True}
    bob = ss58.decode(BOB)
    places = (bob, 1, BOB_1, 2, alpha("1", 1))
    move = MoveStake(*places, limit_price=alpha("0.1", 2))
    found = NewerChain(**state).draft(move)
    assert found.call.name == "move_stake_limit"
    call = later_at().metadata.decode_call(found.call.encode(later_at().metadata))
    assert (call.args["limit_price"], call.args["allow_partial"]) == (10**8, False)
    assert NewerChain(**state).draft(MoveStake(*places)).call.name == "move_stake"
