"""Submissions of one account: each lands once, whatever becomes of the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from btsdk import AsyncClient, Client, Keypair, Tao, Transfer
from btsdk.errors import BtError, TransactionRefused
from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
ONE = Transfer(BOB.ss58_address, Tao.parse("1"))
MANY = 40


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


@pytest.fixture
def still() -> Iterator[LocalChain]:
    """A chain that makes a block only when told to."""
    with LocalChain(mode=Manual()) as chain:
        yield chain


def received(chain: LocalChain) -> Tao:
    return chain.client.head().balance(BOB.ss58_address).free


def test_tasks_of_one_key(chain: LocalChain) -> None:
    before = received(chain)

    async def submit() -> list[Any]:
        async with AsyncClient(transport=chain.connect, cache=False) as client:
            return await asyncio.gather(*(client.execute(ONE, ALICE) for _ in range(MANY)))

    receipts = asyncio.run(submit())
    assert len({receipt.extrinsic_hash for receipt in receipts}) == MANY
    assert received(chain) - before == Tao.parse(str(MANY))


def test_threads_of_one_key(chain: LocalChain) -> None:
    before = received(chain)
    with Client(transport=chain.connect, cache=False) as client, ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda _: client.execute(ONE, ALICE), range(MANY)))
    assert len({receipt.extrinsic_hash for receipt in receipts}) == MANY
    assert received(chain) - before == Tao.parse(str(MANY))


def test_threads_share_one_block(still: LocalChain) -> None:
    """Nobody waits for the block of another."""
    plans = [still.client.prepare(ONE, ALICE) for _ in range(10)]
    assert {plan.preview.nonce for plan in plans} == {0}
    with ThreadPoolExecutor(5) as pool:
        hashes = set(pool.map(still.client.send, plans))
    before = received(still)
    still.advance()
    assert len(hashes) == 10
    assert received(still) - before == Tao.parse("10")
    assert still.client.next_nonce(ALICE.ss58_address) == 10


def test_a_refused_one_leaves_no_gap(still: LocalChain) -> None:
    client = still.client
    everything = Transfer(BOB.ss58_address, Tao.parse("1"))
    plans = [client.prepare(everything, ALICE) for _ in range(3)]
    unpayable = client.prepare(ONE, ALICE, tip=Tao.parse("1000000000"))
    client.send(plans[0])
    with pytest.raises(TransactionRefused, match="Payment"):
        client.send(unpayable)
    for plan in plans[1:]:
        client.send(plan)
    still.advance()
    assert client.next_nonce(ALICE.ss58_address) == 3
    assert client.head().nonce(ALICE.ss58_address) == 3


def test_one_that_the_pool_drops_is_healed(still: LocalChain) -> None:
    client = still.client
    first = client.send(client.prepare(ONE, ALICE))
    second = client.send(client.prepare(ONE, ALICE))
    client.call("author_removeExtrinsic", [{"hash": first}, {"hash": second}])
    still.advance(10)
    client.send(client.prepare(ONE, ALICE))
    still.advance()
    assert client.head().nonce(ALICE.ss58_address) == 1


def test_a_plan_lands_once_however_often_it_is_submitted(chain: LocalChain) -> None:
    client = chain.client
    before = received(chain)
    plan = client.prepare(ONE, ALICE)
    client.submit(plan)
    for again in (plan, plan.accepting_differences(), replace(plan)):
        with pytest.raises(TransactionRefused, match="Stale") as refused:
            client.submit(again)
        assert refused.value.hint is not None
        assert "submitted before, with nonce 0" in refused.value.hint
    assert received(chain) - before == Tao.parse("1")


def test_a_refused_plan_may_be_submitted_again(chain: LocalChain) -> None:
    client = chain.client
    poor = Keypair.from_uri("//Poor")
    client.execute(Transfer(poor.ss58_address, Tao.parse("0.00001")), ALICE)
    plan = client.prepare(Transfer(BOB.ss58_address, Tao.parse("1")), poor)
    with pytest.raises(TransactionRefused, match="Payment"):
        client.submit(plan)
    client.execute(Transfer(poor.ss58_address, Tao.parse("5")), ALICE)
    assert client.submit(plan).error is None


def test_another_program_with_the_same_key(still: LocalChain) -> None:
    """What it sent between preparation and submission is counted."""
    plan = still.client.prepare(ONE, ALICE)
    with Client(transport=still.connect, cache=False) as other:
        other.send(other.prepare(ONE, ALICE))
    still.client.send(plan)
    still.advance()
    assert still.client.head().nonce(ALICE.ss58_address) == 2


def test_a_chosen_nonce_stays(still: LocalChain) -> None:
    client = still.client
    later = client.prepare(ONE, ALICE, nonce=1)
    client.send(later)
    exported = client.prepare(ONE, ALICE)
    assert exported.unsigned().signing.nonce == 0
    client.send(exported.sign())
    with pytest.raises(TransactionRefused, match="TooLowPriority") as refused:
        client.send(client.prepare(ONE, ALICE, nonce=1))
    assert "pay a higher tip" in str(refused.value.hint)
    client.send(client.prepare(ONE, ALICE))
    still.advance()
    assert client.head().nonce(ALICE.ss58_address) == 3


def test_a_cancelled_submission_leaves_no_gap(still: LocalChain) -> None:
    async def submit() -> None:
        async with AsyncClient(transport=still.connect, cache=False) as client:
            await client.info()
            tasks = [asyncio.ensure_future(client.execute(ONE, ALICE)) for _ in range(12)]
            for number, task in enumerate(tasks):
                await asyncio.sleep(0.01)
                if number % 2:
                    task.cancel()
            await asyncio.sleep(0.5)
            while not all(task.done() for task in tasks):
                await asyncio.to_thread(still.advance)
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            assert not [each for each in outcomes if isinstance(each, BtError)]

    asyncio.run(submit())
    assert not list(still.chain.pool.future())


def test_sealed_ones_take_two_nonces_and_follow_each_other() -> None:
    with LocalChain() as chain:
        before = received(chain)
        chain.advance(3)

        async def submit() -> list[Any]:
            async with AsyncClient(transport=chain.connect, cache=False) as client:
                sealed = [client.execute(ONE, ALICE, mev_protection=True) for _ in range(3)]
                plain = [client.execute(ONE, ALICE) for _ in range(3)]
                return await asyncio.gather(*sealed, *plain)

        assert len(asyncio.run(submit())) == 6
        assert received(chain) - before == Tao.parse("6")
        assert chain.client.head().nonce(ALICE.ss58_address) == 9


def test_after_a_revert_the_nonce_is_the_chains(chain: LocalChain) -> None:
    before = chain.snapshot()
    for _ in range(2):
        for tip in (1, 2):
            chain.client.execute(ONE, ALICE, tip=Tao.from_rao(tip))
        assert chain.client.head().nonce(ALICE.ss58_address) == 2
        chain.revert(before)
