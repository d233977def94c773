"""Calls announced by a proxy with a delay: executed, removed, rejected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import AddProxy, Announced, Client, ExecuteAnnounced, Proxied, Tao
from btsdk.errors import UsageError
from btsdk.ops import RejectAnnouncement, RemoveAnnouncement
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, DAVE, SENT, done, poor, refused

DELAY = 3


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        done(chain.client, AddProxy(BOB, "Any", DELAY), ALICE)
        yield chain


def announce(client: Client) -> bytes:
    plan = client.prepare(Announced(SENT, ALICE), BOB)
    client.submit(plan)
    (announced,) = plan.draft.announced
    return announced.call


def test_an_announced_call_is_executed_after_its_delay(chain: LocalChain) -> None:
    client = chain.client
    assert "announce the call first" in refused(client, Proxied(SENT, ALICE), BOB)
    call = announce(client)
    (pending,) = client.head().announcements(BOB).announcements
    assert pending.real == ALICE.ss58_address
    assert pending.height == client.head().number
    assert client.head().all_announcements()[BOB.ss58_address].announcements == (pending,)
    execute = ExecuteAnnounced(BOB, ALICE, call)
    due = pending.height + DELAY
    assert f"ends at block {due}" in refused(client, execute, DAVE)
    chain.advance(due - client.head().number - 1)
    before = client.head().balance(CHARLIE.ss58_address).free
    plan = client.prepare(execute, DAVE)
    assert f"dest={CHARLIE.ss58_address}" in plan.preview.effects[0]
    assert plan.preview.refusals == ()
    client.submit(plan)
    assert client.head().balance(CHARLIE.ss58_address).free == before + Tao.parse("1")
    assert client.head().announcements(BOB).announcements == ()
    assert "has not announced this call" in refused(client, execute, DAVE)


def test_an_announcement_is_removed_or_rejected(chain: LocalChain) -> None:
    client = chain.client
    announce(client)
    (pending,) = client.head().announcements(BOB).announcements
    assert client.head().announcements(BOB).deposit == Tao.parse("0.104")
    assert "has not announced" in refused(
        client, RejectAnnouncement(CHARLIE, pending.call_hash), ALICE
    )
    done(client, RejectAnnouncement(BOB, pending.call_hash), ALICE)
    assert client.head().announcements(BOB).announcements == ()
    announce(client)
    remove = RemoveAnnouncement(ALICE, "0x" + pending.call_hash.hex())
    done(client, remove, BOB)
    assert "has not announced" in refused(client, remove, BOB)
    assert client.head().balance(BOB.ss58_address).reserved == Tao.parse("0")


def test_the_deposit_of_an_announcement(chain: LocalChain) -> None:
    client = chain.client
    key = poor(client)
    done(client, AddProxy(key, "Any", 1), ALICE)
    assert "the deposit is" in refused(client, Announced(SENT, ALICE), key)


def test_what_is_no_hash() -> None:
    with pytest.raises(UsageError, match="32 bytes"):
        RemoveAnnouncement(ALICE, "0x12")
    with pytest.raises(UsageError, match="32 bytes"):
        RejectAnnouncement(ALICE, b"")
