"""Several reads in one round trip, and maps in pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Keypair, RpcError, UsageError, View, events
from btsdk.apis import subnet_info
from btsdk.drivers.transport import Transport
from btsdk.rpc.effects import Program, RpcCall, ask
from btsdk.storage import subtensor, system
from local_node import LocalChain

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")


class Counting:
    """A connection that counts the messages that it sends."""

    sent = 0

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.endpoint = inner.endpoint
        self.receive, self.close = inner.receive, inner.close

    def send(self, text: str) -> None:
        Counting.sent += 1
        self._inner.send(text)


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as found:
        found.advance(2)
        yield found


def test_reads_share_round_trips(chain: LocalChain) -> None:
    with Client(transport=lambda: Counting(chain.connect()), cache=False) as client:
        view = client.head()
        before = Counting.sent
        balance, price, count, account, subnets = view.gather(
            view.ask.balance(ALICE.ss58_address),
            view.ask.price(1),
            view.ask.subnet_count(),
            view.ask.storage(system.Account, ALICE),
            view.ask.storage_map(subtensor.NetworksAdded),
        )
        # The map takes two: its keys, then their values.
        assert Counting.sent - before == 2
    assert balance == view_of(chain).balance(ALICE.ss58_address)
    assert price == view_of(chain).price(1)
    assert count == view_of(chain).subnet_count()
    assert account["data"]["free"] == balance.free.rao
    assert subnets == view_of(chain).storage_map(subtensor.NetworksAdded)


def view_of(chain: LocalChain) -> View:
    return chain.client.head()


def test_many_reads_of_one_kind(chain: LocalChain) -> None:
    view = chain.client.head()
    found = view.gather(*(view.ask.subnet_exists(netuid) for netuid in range(300)))
    assert found[:3] == (True, True, False)
    assert len(found) == 300
    assert view.gather() == ()


def test_blocks_and_api_methods_can_be_asked(chain: LocalChain) -> None:
    view = chain.client.head()
    block, moved, stake = view.gather(
        view.ask.block(),
        view.ask.events(events.balances.Transfer),
        view.ask.call_api(subnet_info.get_subnet_state, 1),
    )
    assert block.number == view.number
    assert moved == []
    assert stake is not None


def test_the_first_error_ends_them(chain: LocalChain) -> None:
    view = chain.client.head()

    def wrong() -> Program[int]:
        return (yield from ask(RpcCall("no_such_method")))

    with pytest.raises(RpcError):
        view.gather(view.ask.subnet_count(), wrong())


def test_a_map_comes_in_pages_with_progress(chain: LocalChain) -> None:
    view = chain.client.head()
    whole = view.storage_map(system.Account)
    assert len(whole) > 5
    pages = list(view.storage_pages(system.Account, page=3))
    assert [entry for page in pages for entry in page.entries] == whole
    assert [page.seen for page in pages] == [
        *range(3, len(whole), 3),
        len(whole),
    ]
    under = list(view.storage_pages(subtensor.Keys, 1))
    assert [keys[0] for page in under for keys, _ in page.entries] == [1] * len(
        view.storage_map(subtensor.Keys, 1)
    )
    for wrong in (0, 1001):
        with pytest.raises(UsageError, match="page"):
            next(view.storage_pages(system.Account, page=wrong))
