"""What is sent sealed, whichever way the client reaches its chain."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import DispatchError, Keypair, RawCall, Tao, TransactionExpired, Transfer, UsageError
from btsdk.errors import ShieldedNotOpened
from btsdk.events import balances as balance_events
from btsdk.storage import mev_shield
from tests.conformance.client.conftest import Way

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = Tao.parse("1")
ATTEMPTS = 5
"""A machine that sleeps over two heartbeats misses its block: it may try again."""


def shielded(way: Way, operation: Any, signer: Keypair, **choices: Any) -> Any:
    for _ in range(ATTEMPTS - 1):
        try:
            return way.do(way.client.execute(operation, signer, mev_protection=True, **choices))
        except TransactionExpired:
            continue
    return way.do(way.client.execute(operation, signer, mev_protection=True, **choices))


@pytest.fixture(autouse=True)
def _announced(way: Way) -> None:
    """The chain's first key comes two blocks after its genesis."""
    while way.do(way.do(way.client.head()).storage(mev_shield.NextKey)) is None:
        way.do(way.client.execute(Transfer(BOB.ss58_address, TAO), ALICE))


def test_it_is_done_in_the_block_that_opens_it(way: Way) -> None:
    dest = Keypair.from_uri("//sealed").ss58_address
    before = way.do(way.do(way.client.head()).balance(BOB.ss58_address)).free
    plan = way.do(way.client.prepare(Transfer(dest, TAO), BOB, mev_protection=True))
    assert plan.preview.effects[-1].startswith("it is sent encrypted")
    openly = way.do(way.client.prepare(Transfer(dest, TAO), BOB))
    assert openly.preview.nonce == plan.preview.nonce - 1
    assert openly.preview.fee < plan.preview.fee
    assert way.do(way.client.dry_run(plan)).error is None
    receipt = shielded(way, Transfer(dest, TAO), BOB)
    assert [event.amount for event in receipt.find(balance_events.Transfer)] == [TAO]
    view = way.do(way.client.at(receipt.block_hash))
    assert way.do(view.balance(dest)).free == TAO
    spent = before - way.do(view.balance(BOB.ss58_address)).free - TAO
    assert spent == plan.preview.fee
    assert receipt.fee == openly.preview.fee
    assert way.do(way.client.next_nonce(BOB.ss58_address)) == plan.preview.nonce + 1
    body = way.do(way.client.call("chain_getBlock", receipt.block_hash))["block"]["extrinsics"]
    assert len(body[receipt.index]) < len(body[receipt.index - 1])


def test_what_fails_inside_is_its_error(way: Way) -> None:
    with pytest.raises(DispatchError) as caught:
        shielded(way, Transfer(ALICE.ss58_address, Tao.parse("1500000")), BOB)
    assert caught.value.code == "Token.FundsUnavailable"


def test_what_is_not_valid_behind_its_envelope_is_left_out(way: Way) -> None:
    """All that Poor has pays for the envelope, and nothing is left for what it carries."""
    poor = Keypair.from_uri("//poor")
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), poor, mev_protection=True))
    fee = plan.preview.fee
    openly = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), poor)).preview.fee
    money = fee - openly + Tao.from_rao(1_000)
    way.do(way.client.execute(Transfer(poor.ss58_address, money), ALICE))
    with pytest.raises(ShieldedNotOpened) as caught:
        shielded(way, Transfer(BOB.ss58_address, TAO), poor)
    left = way.do(way.do(way.client.at(caught.value.block_hash)).balance(poor.ss58_address))
    assert left.free < money


def test_only_what_can_be_sealed(way: Way) -> None:
    long = RawCall("System", "remark", {"remark": bytes(7_000)})
    with pytest.raises(UsageError, match="too long for MEV protection"):
        way.do(way.client.prepare(long, ALICE, mev_protection=True))
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), ALICE, mev_protection=True))
    with pytest.raises(UsageError, match="sign on this machine"):
        plan.unsigned()
