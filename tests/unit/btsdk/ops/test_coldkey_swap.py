"""Coldkey swaps, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.errors import DispatchError, TransactionRefused, UsageError
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.ops import (
    AddStake,
    AnnounceColdkeySwap,
    ClearColdkeySwap,
    DisputeColdkeySwap,
    SwapColdkey,
    Transfer,
)
from btsdk.tx.operation import Wanted
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import ALICE_HOTKEY, HOTKEY, NETUID, OWNER, TAO, Stage, staged

NEW = Keypair.from_uri("//new")
NEXT = Keypair.from_uri("//next")
PREFIX = "SubtensorModule."


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def refuses(stage: Stage, operation: Wanted, code: str) -> str:
    """As `Stage.refuses`; an announced coldkey cannot send batches."""
    assert stage.predicted(operation, OWNER) == [PREFIX + code]
    reason = stage.reason(operation, OWNER)
    with pytest.raises(DispatchError) as caught:
        stage.client.execute(operation, OWNER)
    assert caught.value.code == PREFIX + code
    return reason


def test_announced_and_executed(stage: Stage) -> None:
    operation = AnnounceColdkeySwap(NEW)
    paid = stage.head.balance(OWNER.ss58_address).free
    receipt = stage.does(operation, OWNER)
    assert receipt.fee is not None
    cost = paid - stage.head.balance(OWNER.ss58_address).free - receipt.fee
    assert cost == stage.head.coldkey_swap_rules().cost == Tao.parse("0.1")
    swap = stage.head.coldkey_swap(OWNER.ss58_address)
    assert swap is not None
    assert swap.new_coldkey_hash == blake2_256(NEW.public_key)
    done = receipt.block_number
    assert (swap.executable_at, swap.clearable_at, swap.disputed_at) == (done + 50, done + 60, None)
    assert stage.head.coldkey_swaps() == [swap]
    early = refuses(stage, SwapColdkey(NEW), "ColdkeySwapTooEarly")
    assert f"block {swap.executable_at:,}" in early
    refuses(stage, SwapColdkey(NEXT), "AnnouncedColdkeyHashDoesNotMatch")
    with pytest.raises(TransactionRefused):
        stage.client.execute(Transfer(NEW.ss58_address, TAO), OWNER)
    stage.advance_to(swap.executable_at)
    stage.does(SwapColdkey(NEW.ss58_address), OWNER)
    assert stage.head.subnet_owner(NETUID).coldkey == NEW.ss58_address
    assert stage.head.owner(HOTKEY.ss58_address) == NEW.ss58_address
    assert stage.head.balance(OWNER.ss58_address).total == Tao.from_rao(0)
    assert stage.head.coldkey_swaps() == []


def test_the_preview_names_the_blocks(stage: Stage) -> None:
    effects = stage.effects(AnnounceColdkeySwap(NEW), OWNER)
    opens = stage.head.number + 51
    assert f"from block {opens} on" in effects[1]
    assert f"from block {opens + 10} on" in effects[1]
    done = stage.does(AnnounceColdkeySwap(NEW), OWNER)
    swap = stage.head.coldkey_swap(OWNER)
    assert swap is not None
    assert swap.executable_at == opens == done.block_number + 50


def test_another_announcement_and_clearing_wait(stage: Stage) -> None:
    stage.does(AnnounceColdkeySwap(NEW), OWNER)
    swap = stage.head.coldkey_swap(OWNER)
    assert swap is not None
    for operation, code in (
        (AnnounceColdkeySwap(NEXT), "ColdkeySwapReannouncedTooEarly"),
        (ClearColdkeySwap(), "ColdkeySwapClearTooEarly"),
    ):
        assert f"block {swap.clearable_at:,}" in refuses(stage, operation, code)
    stage.advance_to(swap.clearable_at - 1)
    refuses(stage, ClearColdkeySwap(), "ColdkeySwapClearTooEarly")
    snapshot = stage.chain.snapshot()
    assert not any("recycled" in line for line in stage.effects(AnnounceColdkeySwap(NEXT), OWNER))
    stage.does(AnnounceColdkeySwap(NEXT), OWNER)
    stage.chain.revert(snapshot)
    stage.does(ClearColdkeySwap(), OWNER)
    assert stage.head.coldkey_swap(OWNER) is None


def test_a_dispute_stops_it(stage: Stage) -> None:
    stage.does(AnnounceColdkeySwap(NEW), OWNER)
    disputed = stage.does(DisputeColdkeySwap(), OWNER).block_number
    swap = stage.head.coldkey_swap(OWNER)
    assert swap is not None
    assert swap.disputed_at == disputed
    stage.chain.advance(70)
    for operation in (
        SwapColdkey(NEW),
        DisputeColdkeySwap(),
        ClearColdkeySwap(),
        AnnounceColdkeySwap(NEXT),
    ):
        assert stage.predicted(operation, OWNER) == [PREFIX + "ColdkeySwapDisputed"]
        with pytest.raises(TransactionRefused, match="ColdkeySwapDisputed"):
            stage.client.execute(operation, OWNER)


def test_without_an_announcement(stage: Stage) -> None:
    for operation in (SwapColdkey(NEW), DisputeColdkeySwap(), ClearColdkeySwap()):
        refuses(stage, operation, "ColdkeySwapAnnouncementNotFound")


def test_what_it_costs(stage: Stage) -> None:
    stage.chain.set_balance(OWNER.ss58_address, Tao.parse("0.05"))
    refuses(stage, AnnounceColdkeySwap(NEW), "NotEnoughBalanceToPaySwapColdKey")


def test_a_new_coldkey_that_is_in_use(stage: Stage) -> None:
    assert any("is a hotkey" in line for line in stage.warnings(AnnounceColdkeySwap(HOTKEY), OWNER))
    stage.does(AnnounceColdkeySwap(HOTKEY), OWNER)
    stage.chain.advance(60)
    refuses(stage, SwapColdkey(HOTKEY), "NewColdKeyIsHotkey")
    stage.does(AnnounceColdkeySwap(NEXT), OWNER)
    stage.chain.set_balance(NEXT.ss58_address, Tao.parse("10"))
    stage.does(AddStake(ALICE_HOTKEY.ss58_address, 1, TAO), NEXT)
    stage.chain.advance(60)
    refuses(stage, SwapColdkey(NEXT), "ColdKeyAlreadyAssociated")


def test_what_cannot_be_meant() -> None:
    with pytest.raises(UsageError):
        AnnounceColdkeySwap("5F")
    with pytest.raises(UsageError):
        SwapColdkey(None)  # type: ignore[arg-type]
