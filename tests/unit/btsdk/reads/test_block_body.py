"""Whole blocks, read from a real chain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timezone

import pytest

from btsdk import Batch, DispatchError, ForceBatch, Keypair, RawCall, Sudo, Tao, Transfer, events
from btsdk.calls import admin_utils, balances
from btsdk.extrinsic import Era
from btsdk.metadata.model import Call
from btsdk.reads.block_body import Block
from btsdk.tx.events import Event
from local_node import LocalChain

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
TAO = Tao.parse("1")


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as found:
        yield found


def test_a_block_has_its_header_time_author_and_body(chain: LocalChain) -> None:
    operation = Batch([Transfer(BOB.ss58_address, TAO), Transfer(BOB.ss58_address, 2 * TAO)])
    receipt = chain.client.execute(operation, ALICE, tip=Tao.from_rao(5))
    view = chain.client.at(receipt.block_hash)
    block = view.block()
    assert (block.number, block.hash) == (view.number, view.hash)
    assert block.header.parent_hash == chain.client.at(view.number - 1).hash
    assert block.timestamp == view.timestamp()
    assert block.timestamp is not None
    assert abs(datetime.now(timezone.utc) - block.timestamp).total_seconds() < 3600
    assert block.author == "5Fxune7f71ZbpP2FoY3mhYcmM596Erhv1gRue4nsPwkxMR4n"
    assert block.digest[0].startswith("0x0661757261")
    inherent, *_, signed = block.extrinsics
    assert (inherent.call.pallet, inherent.call.name) == ("Timestamp", "set")
    assert (inherent.signer, inherent.nonce, inherent.era, inherent.fee) == (None, None, None, None)
    assert signed.hash == receipt.extrinsic_hash
    assert signed.index == receipt.index
    assert signed.signer == ALICE.ss58_address
    assert (signed.tip, signed.fee) == (Tao.from_rao(5), receipt.fee)
    assert signed.era is not None
    assert signed.era.period == 128
    assert signed.events == receipt.events
    assert signed.success
    assert signed.call.args["calls"] == [
        Call("Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": amount})
        for amount in (TAO, 2 * TAO)
    ]
    assert view.extrinsics() == list(block.extrinsics)
    assert [moved.amount for moved in block.find(events.balances.Transfer)] == [TAO, 2 * TAO]


def test_genesis_has_no_time_no_author_and_no_extrinsics(chain: LocalChain) -> None:
    block = chain.client.at(0).block()
    assert (block.timestamp, block.author, block.extrinsics) == (None, None, ())
    assert chain.client.at(0).timestamp() == datetime.fromtimestamp(0, timezone.utc)


def failed(chain: LocalChain, operation: object) -> tuple[DispatchError, Block, str]:
    with pytest.raises(DispatchError) as caught:
        chain.client.execute(operation, ALICE)  # type: ignore[arg-type]
    assert caught.value.block_hash is not None
    receipt = caught.value.receipt
    block = chain.client.at(caught.value.block_hash).block()
    return caught.value, block, receipt.extrinsic_hash  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "operation",
    [
        balances.TransferKeepAlive(dest=BOB, value=Tao.parse("1000000000")),
        Sudo(admin_utils.SudoSetTempo(netuid=999, tempo=3)),
        Batch([RawCall("System", "set_heap_pages", {"pages": 1})]),
    ],
)
def test_a_failure_is_typed(chain: LocalChain, operation: object) -> None:
    error, block, name = failed(chain, operation)
    (mine,) = (one for one in block.extrinsics if one.hash == name)
    assert not mine.success
    assert mine.error is not None
    assert mine.error.code == error.code
    assert mine.error.block_hash == block.hash
    assert mine.fee is not None


def test_a_failed_part_of_independent_ones_does_not_fail_the_extrinsic(chain: LocalChain) -> None:
    parts = [Transfer(BOB.ss58_address, TAO), RawCall("System", "set_heap_pages", {"pages": 1})]
    receipt = chain.client.execute(ForceBatch(parts), ALICE)
    (mine,) = (
        one
        for one in chain.client.at(receipt.block_hash).extrinsics()
        if one.hash == receipt.extrinsic_hash
    )
    assert mine.success


def test_immortal_extrinsics_have_an_immortal_era(chain: LocalChain) -> None:
    receipt = chain.client.execute(Transfer(BOB.ss58_address, TAO), ALICE, period=None)
    mine = chain.client.at(receipt.block_hash).extrinsics()[receipt.index]
    assert mine.era == Era.immortal()


def test_events_are_typed_and_filtered(chain: LocalChain) -> None:
    receipt = chain.client.execute(Transfer(BOB.ss58_address, TAO), ALICE)
    view = chain.client.at(receipt.block_hash)
    every = view.events()
    assert all(isinstance(event, Event) for event in every)
    assert [event for event in every if event.extrinsic == receipt.index] == list(receipt.events)
    (moved,) = view.events(events.balances.Transfer)
    assert (moved.from_, moved.to, moved.amount) == (ALICE.ss58_address, BOB.ss58_address, TAO)
    assert view.events(events.balances.Transfer, account=BOB) == [moved]
    assert view.events(events.balances.Transfer, account=BOB.ss58_address) == [moved]
    assert view.events(events.balances.Transfer, account=bytes(32)) == []
    named = view.events(account=BOB)
    assert named
    assert all(event.mentions(BOB.ss58_address) for event in named)


def test_the_async_view_reads_the_same(chain: LocalChain) -> None:
    async def read() -> Block:
        async with chain.async_client() as client:
            return await (await client.at(1)).block()

    assert asyncio.run(read()) == chain.client.at(1).block()
