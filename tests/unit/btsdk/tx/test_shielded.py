"""Sealed submissions on a chain in this process: keys that are not there yet, and what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.errors import ShieldKeyMissing
from btsdk.storage import mev_shield

ALICE = Keypair.from_uri("//Alice")
DEST = Keypair.from_uri("//receiver").ss58_address
OPERATION = Transfer(DEST, Tao.parse("1"))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with Client(chain_file=tmp_path / "dev.chain", cache=False) as client:
        yield client


def test_before_the_first_key_nothing_is_sent(client: Client) -> None:
    plan = client.prepare(OPERATION, ALICE, mev_protection=True)
    with pytest.raises(ShieldKeyMissing) as caught:
        client.submit(plan)
    assert caught.value.retryable
    assert client.next_nonce(ALICE.ss58_address) == 0
    client.submit(client.prepare(OPERATION, ALICE))
    client.submit(client.prepare(OPERATION, ALICE))
    assert client.head().storage(mev_shield.NextKey) is not None
    assert client.execute(OPERATION, ALICE, mev_protection=True).error is None


def test_sent_without_waiting_it_has_the_name_of_what_is_inside(client: Client) -> None:
    for _ in range(2):
        client.execute(OPERATION, ALICE)
    plan = client.prepare(OPERATION, ALICE, mev_protection=True)
    name = client.send(plan)
    hashes = [
        client.call("chain_getBlock", client.head().hash)["block"]["extrinsics"][index]
        for index in (-2, -1)
    ]
    assert plan.payload.call.hex() in hashes[1]
    assert plan.payload.call.hex() not in hashes[0]
    assert name != client.send(client.prepare(OPERATION, ALICE))
    assert client.head().balance(DEST).free == Tao.parse("4")


def test_the_era_is_short_whatever_was_asked_for(client: Client) -> None:
    for period in (None, 4, 128):
        plan = client.prepare(OPERATION, ALICE, mev_protection=True, period=period)
        born = plan.payload.birth
        assert plan.preview.last_block is not None
        assert born is not None
        assert plan.preview.last_block - born + 1 == (4 if period == 4 else 8)
