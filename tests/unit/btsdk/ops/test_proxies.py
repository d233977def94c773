"""Proxies added and removed on a chain, and each refusal that is foreseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import AddProxy, Client, Proxied, RemoveProxies, RemoveProxy, SetRealPaysFee
from btsdk.errors import AddressError, UsageError
from btsdk.events import proxy as events
from btsdk.ops import Batch, PokeProxyDeposit
from btsdk.units import Tao
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, SENT, done, poor, refused


@pytest.fixture
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def test_a_proxy_is_added_acts_and_is_removed(client: Client) -> None:
    plan = client.prepare(AddProxy(BOB), ALICE)
    assert any("τ0.093000000 more is reserved" in effect for effect in plan.preview.effects)
    assert "can take everything" in plan.preview.warnings[0]
    receipt = client.submit(plan)
    (event,) = receipt.find(events.ProxyAdded)
    assert event.delegatee == BOB.ss58_address
    held = client.head().proxies(ALICE)
    assert [(one.delegate, one.proxy_type, one.delay) for one in held.proxies] == [
        (BOB.ss58_address, "Any", 0)
    ]
    assert held.deposit == Tao.parse("0.093")
    assert client.head().all_proxies() == {ALICE.ss58_address: held}
    done(client, Proxied(SENT, ALICE), BOB)
    done(client, RemoveProxy(BOB), ALICE)
    assert client.head().proxies(ALICE).proxies == ()
    assert "is not a proxy" in refused(client, Proxied(SENT, ALICE), BOB)


def test_all_proxies_are_removed_and_their_deposit_returned(client: Client) -> None:
    done(client, Batch([AddProxy(BOB, "Staking"), AddProxy(CHARLIE, "Transfer", 5)]), ALICE)
    reserved = client.head().balance(ALICE.ss58_address).reserved
    assert reserved == client.head().proxies(ALICE).deposit == Tao.parse("0.126")
    plan = client.prepare(RemoveProxies(), ALICE)
    assert f"no longer a proxy: {BOB.ss58_address} (Staking)" in plan.preview.effects
    client.submit(plan)
    assert client.head().balance(ALICE.ss58_address).reserved == Tao.parse("0")
    assert "has no proxies" in client.prepare(RemoveProxies(), ALICE).preview.warnings[1]


def test_what_the_chain_refuses_is_foreseen(client: Client) -> None:
    assert "own proxy" in refused(client, AddProxy(ALICE), ALICE)
    done(client, AddProxy(BOB, "Staking"), ALICE)
    assert "already" in refused(client, AddProxy(BOB, "Staking"), ALICE)
    assert "no proxy of type Any" in refused(client, RemoveProxy(BOB), ALICE)
    assert "no proxy of type" in refused(client, RemoveProxy(BOB, "Staking", 1), ALICE)
    assert "is not a proxy of" in refused(client, SetRealPaysFee(CHARLIE), ALICE)
    assert "the deposit is" in refused(client, AddProxy(BOB), poor(client))
    close = poor(client, "//close", Tao.parse("0.0931"))
    assert client.prepare(AddProxy(BOB), close).preview.refusals == ()


def test_the_most_proxies(client: Client) -> None:
    most = client.head().proxy_constants().max_proxies
    done(client, Batch([AddProxy(BOB, "Any", delay) for delay in range(most)]), ALICE)
    assert "the most that the chain allows" in refused(client, AddProxy(CHARLIE), ALICE)


def test_the_account_pays_the_fees_of_its_proxy(client: Client) -> None:
    done(client, AddProxy(BOB), ALICE)
    done(client, SetRealPaysFee(BOB), ALICE)
    assert client.head().real_pays_fee(ALICE, BOB)
    before = client.head().balance(BOB.ss58_address).free
    done(client, Proxied(SENT, ALICE), BOB)
    assert client.head().balance(BOB.ss58_address).free == before
    done(client, SetRealPaysFee(BOB, False), ALICE)
    assert not client.head().real_pays_fee(ALICE, BOB)
    done(client, PokeProxyDeposit(), ALICE)


def test_what_is_no_proxy() -> None:
    with pytest.raises(UsageError, match="proxy type"):
        AddProxy(BOB, "Everything")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="delay"):
        AddProxy(BOB, "Any", -1)
    with pytest.raises(AddressError):
        AddProxy("5nonsense")
    with pytest.raises(UsageError, match="delegate is an ss58 address"):
        RemoveProxy(7)  # type: ignore[arg-type]
    assert AddProxy(BOB).delegate == AddProxy(BOB.public_key).delegate == BOB.ss58_address
