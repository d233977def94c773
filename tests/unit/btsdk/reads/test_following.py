"""Streams over a real chain, over both clients, and over a connection that breaks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from btsdk import Client, Keypair, Tao, Transfer, UsageError, events
from btsdk.drivers.transport import Transport
from btsdk.errors import ConnectionLost
from btsdk.reads.following import AccountTransfer
from btsdk.rpc.reconnect import Policy
from btsdk.storage import system, timestamp
from local_node import LocalChain

ALICE, BOB, CHARLIE = (Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Charlie"))
TAO = Tao.parse("1")


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as found:
        yield found


class Cut:
    """A connection that can be cut; it remembers the methods that were sent."""

    def __init__(self, inner: Transport, sent: list[str]) -> None:
        self._inner, self._sent = inner, sent
        self.endpoint = inner.endpoint
        self.is_cut = False

    def send(self, text: str) -> None:
        message = json.loads(text)
        for request in message if isinstance(message, list) else [message]:
            self._sent.append(request["method"])
        self._inner.send(text)

    def receive(self, timeout: float | None) -> str:
        if self.is_cut:
            raise ConnectionLost(self.endpoint, "cut")
        return self._inner.receive(timeout)

    def close(self) -> None:
        self._inner.close()


class Wire:
    """Opens connections to a chain, and cuts the last one."""

    def __init__(self, chain: LocalChain) -> None:
        self._chain = chain
        self.sent: list[str] = []
        self.opened: list[Cut] = []

    def connect(self) -> Transport:
        self.opened.append(Cut(self._chain.connect(), self.sent))
        return self.opened[-1]

    def client(self) -> Client:
        policy = Policy(first_delay=0.0)
        return Client(transport=self.connect, cache=False, policy=policy)

    def cut(self) -> None:
        self.opened[-1].is_cut = True


def pay(chain: LocalChain, who: Keypair = BOB, amount: Tao = TAO) -> str:
    return chain.client.execute(Transfer(who.ss58_address, amount), ALICE).block_hash


def test_blocks_come_with_their_events(chain: LocalChain) -> None:
    wire = Wire(chain)
    first_hash = pay(chain)
    with wire.client() as client:
        stream = client.block_events()
        assert next(stream).header.hash == first_hash
        block_hash = pay(chain)
        found = next(stream)
        while found.header.hash != block_hash:
            found = next(stream)
        assert list(found.events) == chain.client.at(block_hash).events()
        stream.close()  # type: ignore[attr-defined]
        client.genesis_hash()
    assert "chain_unsubscribeNewHeads" in wire.sent


def test_events_of_a_kind_and_an_account_are_typed(chain: LocalChain) -> None:
    stream = chain.client.block_events(events.balances.Transfer, account=CHARLIE)
    pay(chain)
    block_hash = pay(chain, CHARLIE)
    found = next(stream)
    assert found.header.hash == block_hash
    (moved,) = found.events
    assert (moved.to, moved.amount) == (CHARLIE.ss58_address, TAO)


@pytest.mark.parametrize("finalized", [False, True])
def test_transfers_of_one_account(chain: LocalChain, finalized: bool) -> None:
    stream = chain.client.transfers(BOB, finalized=finalized)
    pay(chain, CHARLIE)
    receipt = chain.client.execute(Transfer(ALICE.ss58_address, 2 * TAO), BOB)
    assert next(stream) == AccountTransfer(
        receipt.block_number,
        receipt.block_hash,
        receipt.index,
        BOB.ss58_address,
        ALICE.ss58_address,
        2 * TAO,
    )
    with pytest.raises(UsageError, match="is not an account"):
        chain.client.transfers(b"short")  # not run yet: the check comes first


def test_storage_is_told_when_it_changes(chain: LocalChain) -> None:
    stream = chain.client.watch_storage(system.Account, BOB)
    before = next(stream)["data"]["free"]
    pay(chain, CHARLIE)
    pay(chain)
    assert next(stream)["data"]["free"] == before + TAO.rao
    missing = chain.client.watch_storage(timestamp.Now)
    assert next(missing) > 0


@pytest.mark.parametrize(
    "follow",
    [
        lambda client: client.transfers(BOB),
        lambda client: client.block_events(events.balances.Transfer, account=BOB),
        lambda client: client.watch_storage(system.Account, BOB),
    ],
)
def test_what_a_lost_connection_hid_is_fetched(
    chain: LocalChain, follow: Callable[[Client], Iterator[Any]]
) -> None:
    wire = Wire(chain)
    pay(chain)
    with wire.client() as client:
        stream = follow(client)
        next(stream)
        wire.cut()
        for _ in range(3):
            pay(chain)
        assert len([next(stream) for _ in range(3)]) == 3
    assert len(wire.opened) == 2
    assert wire.sent.count("chain_subscribeNewHeads") == 2


def test_the_async_client_follows_alike(chain: LocalChain) -> None:
    async def follow() -> AccountTransfer:
        async with chain.async_client() as client:
            stream = client.transfers(BOB)
            task = asyncio.ensure_future(anext_of(stream))
            await asyncio.sleep(0.2)
            receipt = await client.execute(Transfer(BOB.ss58_address, TAO), ALICE)
            found: AccountTransfer = await asyncio.wait_for(task, 30)
            await stream.aclose()
            assert found.block_hash == receipt.block_hash
            return found

    assert asyncio.run(follow()).amount == TAO


async def anext_of(stream: Any) -> Any:
    async for item in stream:
        return item
    return None


def test_the_history_of_an_account(chain: LocalChain) -> None:
    client = chain.client
    first = client.execute(Transfer(BOB.ss58_address, TAO), ALICE).block_number
    client.execute(Transfer(CHARLIE.ss58_address, TAO), ALICE)
    last = client.execute(Transfer(CHARLIE.ss58_address, TAO), BOB).block_number
    found = list(client.history(BOB, 0))
    assert [one.header.number for one in found] == [first, last]
    moved = list(client.history(BOB.ss58_address, first, last, kind=events.balances.Transfer))
    assert [one.events[0].to for one in moved] == [BOB.ss58_address, CHARLIE.ss58_address]
    assert list(client.history(BOB, first + 1, last - 1)) == []
    assert list(client.history(BOB, last + 1)) == []
    with pytest.raises(UsageError):
        list(client.history(BOB, last, first))

    async def counted() -> int:
        async with chain.async_client() as other:
            return len([one async for one in other.history(BOB, 0)])

    assert asyncio.run(counted()) == 2
