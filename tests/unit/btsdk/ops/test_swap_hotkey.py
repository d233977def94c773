"""Swapping a hotkey, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.errors import AddressError, UsageError
from btsdk.keys import Keypair
from btsdk.ops import AddStake, AssociateHotkey, RawCall, SwapHotkey
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import (
    ALICE_HOTKEY,
    HOTKEY,
    NETUID,
    OTHER,
    OWNER,
    SUDO,
    TAO,
    Stage,
    staged,
)

NEW = Keypair.from_uri("//new")
PREFIX = "SubtensorModule."


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        stage.sudo(calls.SudoSetTxRateLimit(tx_rate_limit=0))
        stage.chain.advance(3)
        yield stage


def test_on_one_subnet(stage: Stage) -> None:
    before = stage.head.uid(NETUID, HOTKEY.ss58_address)
    operation = SwapHotkey(HOTKEY, NEW, NETUID)
    assert operation == SwapHotkey(HOTKEY.ss58_address, NEW.public_key, NETUID)
    assert f"{Tao.parse('0.001')} is recycled" in stage.effects(operation, OWNER)
    stage.does(operation, OWNER)
    assert stage.head.uid(NETUID, NEW.ss58_address) == before
    assert stage.head.uid(NETUID, HOTKEY.ss58_address) is None
    assert stage.head.owner(HOTKEY.ss58_address) == OWNER.ss58_address


def test_everywhere(stage: Stage) -> None:
    operation = SwapHotkey(HOTKEY.ss58_address, NEW.ss58_address)
    assert f"{Tao.parse('0.1')} is recycled" in stage.effects(operation, OWNER)
    stage.does(operation, OWNER)
    assert stage.head.owner(NEW.ss58_address) == OWNER.ss58_address
    assert stage.head.owner(HOTKEY.ss58_address) is None


def test_the_stake_stays_or_moves(stage: Stage) -> None:
    alice = SUDO.ss58_address
    hotkey = ALICE_HOTKEY.ss58_address
    stage.does(AddStake(hotkey, 1, TAO), SUDO)
    held = stage.head.stake(alice, hotkey, 1)
    stage.does(SwapHotkey(hotkey, NEW, 1, keep_stake=True), SUDO)
    assert stage.head.stake(alice, hotkey, 1).rao >= held.rao
    assert stage.head.stake(alice, NEW.ss58_address, 1).rao == 0
    stage.chain.advance(3)
    stage.does(SwapHotkey(NEW, OTHER, 1), SUDO)
    assert "moves" in stage.effects(SwapHotkey(hotkey, NEW, 1), SUDO)[1]


def test_whose_the_hotkeys_are(stage: Stage) -> None:
    code = PREFIX + "NonAssociatedColdKey"
    stage.refuses(SwapHotkey(HOTKEY, NEW, NETUID), OTHER, code)
    stage.refuses(SwapHotkey(NEW, HOTKEY, NETUID), OWNER, code)
    stage.refuses(SwapHotkey(HOTKEY, ALICE_HOTKEY, NETUID), OWNER, code)
    stage.refuses(SwapHotkey(HOTKEY, HOTKEY, NETUID), OWNER, PREFIX + "NewHotKeyIsSameWithOld")


def test_a_new_hotkey_that_is_registered(stage: Stage) -> None:
    second = Keypair.from_uri("//second")
    call = RawCall("SubtensorModule", "burned_register", {"netuid": NETUID, "hotkey": second})
    stage.does(call, OWNER)
    code = PREFIX + "HotKeyAlreadyRegisteredInSubNet"
    stage.refuses(SwapHotkey(HOTKEY, second, NETUID), OWNER, code)
    stage.refuses(SwapHotkey(HOTKEY, second), OWNER, code)
    assert stage.predicted(SwapHotkey(HOTKEY, second, 1), OWNER) == []


def test_a_new_hotkey_with_root_stake(stage: Stage) -> None:
    stage.does(AssociateHotkey(NEW), OWNER)
    stage.does(AddStake(NEW.ss58_address, 0, TAO), OWNER)
    code = PREFIX + "NewHotKeyNotCleanForRootSwap"
    stage.refuses(SwapHotkey(HOTKEY, NEW), OWNER, code)
    stage.refuses(SwapHotkey(HOTKEY, NEW, 0), OWNER, code)
    stage.does(SwapHotkey(HOTKEY, NEW, NETUID), OWNER)


def test_too_soon_after_another_swap(stage: Stage) -> None:
    stage.sudo(calls.SudoSetTxRateLimit(tx_rate_limit=5))
    done = stage.does(SwapHotkey(HOTKEY, NEW, NETUID), OWNER).block_number
    back = SwapHotkey(NEW, OTHER, NETUID)
    limited = PREFIX + "HotKeySetTxRateLimitExceeded"
    assert f"in block {done + 6:,}" in stage.refuses(back, OWNER, limited)
    stage.advance_to(done + 5)
    stage.refuses(back, OWNER, limited)
    assert stage.head.number == done + 5
    stage.does(back, OWNER)


@pytest.mark.parametrize("netuid", [NETUID, None])
def test_the_interval_of_a_subnet(stage: Stage, netuid: int | None) -> None:
    done = stage.does(SwapHotkey(HOTKEY, NEW, NETUID), OWNER).block_number
    again = SwapHotkey(NEW, OTHER, netuid)
    code = PREFIX + "HotKeySwapOnSubnetIntervalNotPassed"
    assert f"in block {done + 2:,}" in stage.refuses(again, OWNER, code)
    stage.does(again, OWNER)


def test_what_it_costs(stage: Stage) -> None:
    stage.chain.set_balance(OWNER.ss58_address, Tao.parse("0.05"))
    code = PREFIX + "NotEnoughBalanceToPaySwapHotKey"
    stage.refuses(SwapHotkey(HOTKEY, NEW), OWNER, code)


def test_the_account_of_a_subnet(stage: Stage) -> None:
    account = (b"modlsubtensr" + NETUID.to_bytes(2, "little")).ljust(32, b"\0")
    code = PREFIX + "CannotUseSystemAccount"
    stage.refuses(SwapHotkey(HOTKEY, account, NETUID), OWNER, code)
    stage.refuses(SwapHotkey(HOTKEY, account), OWNER, code)


def test_no_subnet(stage: Stage) -> None:
    operation = SwapHotkey(HOTKEY, NEW, 9)
    assert "there is no subnet 9" in stage.warnings(operation, OWNER)[0]
    assert stage.answered(operation, OWNER) is None


def test_what_cannot_be_meant() -> None:
    with pytest.raises(AddressError):
        SwapHotkey("5F", NEW)
    with pytest.raises(UsageError):
        SwapHotkey(HOTKEY, 5)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        SwapHotkey(HOTKEY, NEW, -1)
