"""Accounts without a key, made and removed on a chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Proxied, Tao, Transfer, TransferAll
from btsdk.ops import Batch, CreatePureProxy, KillPureProxy, PureProxy
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, SENT, done, poor, refused


@pytest.fixture
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def test_a_pure_proxy_lives_and_is_killed(client: Client) -> None:
    (pure,) = PureProxy.created(done(client, CreatePureProxy(index=3), ALICE))
    assert pure.kill().address == pure.address
    assert client.head().proxies(pure.address).proxies[0].delegate == ALICE.ss58_address
    done(client, Transfer(pure.address, Tao.parse("5")), ALICE)
    done(client, Proxied(SENT, pure.address), ALICE)
    wrong = KillPureProxy(BOB, "Any", 3, pure.height, pure.ext_index)
    assert "must sign this" in refused(client, Proxied(wrong, pure.address), ALICE)
    done(client, Proxied(TransferAll(ALICE.ss58_address), pure.address), ALICE)
    plan = client.prepare(Proxied(pure.kill(), pure.address), ALICE)
    assert "are lost" in " ".join(plan.preview.warnings)
    client.submit(plan)
    assert client.head().proxies(pure.address).proxies == ()


def test_several_in_one_extrinsic_and_for_another_account(client: Client) -> None:
    both = Batch([CreatePureProxy(index=0), CreatePureProxy("Staking", index=1)])
    receipt = done(client, both, ALICE)
    first, second = PureProxy.created(receipt)
    assert first.address != second.address
    assert second.kill().address == second.address
    assert "the deposit is" in refused(client, Proxied(CreatePureProxy(), first.address), ALICE)
    done(client, Transfer(first.address, Tao.parse("1")), ALICE)
    (nested,) = PureProxy.created(done(client, Proxied(CreatePureProxy(), first.address), ALICE))
    assert nested.spawner == first.address


def test_the_deposit(client: Client) -> None:
    assert "the deposit is" in refused(client, CreatePureProxy(), poor(client))
    warnings = client.prepare(CreatePureProxy("Staking"), ALICE).preview.warnings
    assert "only a proxy of type Any" in warnings[0]
