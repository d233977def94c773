"""A receipt from the hash of an extrinsic alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Keypair, Tao, Transfer, UsageError
from btsdk.tx.receipt import Receipt
from local_node import LocalChain

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain(finality_lag=3) as found:
        yield found


@pytest.fixture(scope="module")
def sent(chain: LocalChain) -> Receipt:
    chain.advance(4)
    receipt = chain.client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
    chain.advance(10)
    return receipt


@pytest.mark.parametrize("near", [None, 5, 9, 1, 0])
def test_it_is_found_around_a_block(chain: LocalChain, sent: Receipt, near: int | None) -> None:
    found = chain.client.receipt(sent.extrinsic_hash, near=near)
    assert (found.block_hash, found.index, found.fee) == (sent.block_hash, sent.index, sent.fee)
    assert found.events == sent.events
    assert found.finalized


def test_its_block_may_be_given_by_hash(chain: LocalChain, sent: Receipt) -> None:
    found = chain.client.receipt(
        sent.extrinsic_hash.upper().replace("X", "x"), near=sent.block_hash, within=0
    )
    assert found.extrinsic_hash == sent.extrinsic_hash


def test_a_block_that_is_not_final_is_told_so(chain: LocalChain) -> None:
    receipt = chain.client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
    assert not chain.client.receipt(receipt.extrinsic_hash).finalized


def test_the_search_is_bounded(chain: LocalChain, sent: Receipt) -> None:
    with pytest.raises(UsageError, match="no block from 10 to 14 has the extrinsic") as caught:
        chain.client.receipt(sent.extrinsic_hash, near=12, within=2)
    assert "near" in (caught.value.hint or "")
    with pytest.raises(UsageError, match="no block"):
        chain.client.receipt("0x" + "00" * 32)
