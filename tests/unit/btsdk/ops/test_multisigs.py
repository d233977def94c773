"""Calls of multisigs on a chain: approved, executed, cancelled, and each refusal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.errors import UsageError
from btsdk.events import multisig as events
from btsdk.keys.hashing import blake2_256
from btsdk.ops import (
    AddProxy,
    ApproveMultisig,
    Batch,
    CancelMultisig,
    Faucet,
    Multisig,
    PokeMultisigDeposit,
    Proxied,
    multisig_address,
)
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, DAVE, SENT, TAO, done, poor, refused

SET = [ALICE, BOB, DAVE]
ADDRESS = multisig_address(SET, 2)


@pytest.fixture
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        for threshold in (1, 2, 3):
            chain.client.execute(
                Transfer(multisig_address(SET, threshold), Tao.parse("100")), ALICE
            )
        yield chain.client


def received(client: Client) -> Tao:
    return client.head().balance(CHARLIE.ss58_address).free


def test_the_last_approval_executes(client: Client) -> None:
    before = received(client)
    pay = Multisig(SENT, SET, 2)
    plan = client.prepare(pay, BOB)
    assert "opens the call" in plan.preview.effects[0]
    assert "approval 1 of 2" in plan.preview.effects[0]
    assert "τ0.196000000 is reserved" in plan.preview.effects[1]
    client.submit(plan)
    (pending,) = client.head().multisigs(pay.address)
    assert pending.address == pay.address == ADDRESS
    assert (pending.depositor, pending.approvals) == (BOB.ss58_address, (BOB.ss58_address,))
    (announced,) = plan.draft.announced
    assert pending.call_hash == announced.call_hash == blake2_256(announced.call)
    assert client.head().multisig(ADDRESS, pending.call_hash) == pending
    assert "already" in refused(client, pay, BOB)
    last = client.prepare(pay, DAVE)
    assert "gives the last of 2 approvals" in last.preview.effects[0]
    assert f"{ADDRESS} sends {TAO} to {CHARLIE.ss58_address}" in last.preview.effects
    (event,) = client.submit(last).find(events.MultisigExecuted)
    assert event.result[0] == "Ok"
    assert received(client) == before + TAO
    assert client.head().multisigs(ADDRESS) == ()
    assert client.head().balance(BOB.ss58_address).reserved == Tao.parse("0")


@pytest.mark.parametrize("hash_only", [False, True])
def test_three_approvals_and_the_bytes_of_the_call(client: Client, hash_only: bool) -> None:
    before = received(client)
    plan = client.prepare(Multisig(Batch([SENT, SENT]), SET, 3, hash_only), ALICE)
    assert ("approve_as_multi" in plan.preview.call) == hash_only
    client.submit(plan)
    (announced,) = plan.draft.announced
    done(client, ApproveMultisig(announced.call_hash, SET, 3), BOB)
    done(client, Multisig(announced.call, SET, 3), DAVE)
    assert received(client) == before + TAO * 2


def test_all_approved_by_hash_and_executed_by_one_of_them(client: Client) -> None:
    before = received(client)
    plan = client.prepare(Multisig(SENT, SET, 2, hash_only=True), ALICE)
    client.submit(plan)
    digest = plan.draft.announced[0].call_hash
    approval = client.prepare(ApproveMultisig(digest.hex(), SET, 2), BOB)
    assert "it is not executed" in approval.preview.warnings[1]
    client.submit(approval)
    assert received(client) == before
    assert "has all approvals" in refused(client, ApproveMultisig(digest, SET, 2), DAVE)
    assert "already" in refused(client, ApproveMultisig(digest, SET, 2), BOB)
    done(client, Multisig(SENT, SET, 2), ALICE)
    assert received(client) == before + TAO


def test_one_signatory_is_enough(client: Client) -> None:
    before = received(client)
    done(client, Multisig(SENT, SET, 1), DAVE)
    assert received(client) == before + TAO
    most = Transfer(CHARLIE.ss58_address, Tao.parse("1000000"))
    assert "can move" in refused(client, Multisig(most, SET, 1), DAVE)


def test_what_fails_at_the_last_approval(client: Client) -> None:
    most = Multisig(Transfer(CHARLIE.ss58_address, Tao.parse("1000000")), SET, 2)
    first = client.prepare(most, ALICE)
    assert first.preview.refusals == ()
    assert any("can move" in one for one in first.preview.warnings)
    client.submit(first)
    assert "can move" in refused(client, most, BOB)


def test_cancelled_by_its_opener_alone(client: Client) -> None:
    plan = client.prepare(Multisig(SENT, SET, 2), ALICE)
    client.submit(plan)
    digest = plan.draft.announced[0].call_hash
    assert ALICE.ss58_address in refused(client, CancelMultisig(digest, SET, 2), BOB)
    assert ALICE.ss58_address in refused(client, PokeMultisigDeposit(digest, SET, 2), BOB)
    done(client, PokeMultisigDeposit(digest, SET, 2), ALICE)
    done(client, CancelMultisig(digest, SET, 2), ALICE)
    assert client.head().multisigs(ADDRESS) == ()
    assert "no open call" in refused(client, CancelMultisig(digest, SET, 2), ALICE)


def test_the_deposit(client: Client) -> None:
    key = poor(client)
    assert "the deposit is" in refused(client, Multisig(SENT, [key, BOB], 2), key)
    assert "the deposit is" in refused(client, ApproveMultisig(bytes(32), [key, BOB], 2), key)


def test_too_many_signatories(client: Client) -> None:
    many = [ALICE, *(Keypair.from_uri(f"//{number}") for number in range(100))]
    assert "the chain allows 100" in refused(client, Multisig(SENT, many, 2), ALICE)
    assert "the chain allows 100" in refused(client, Multisig(SENT, many, 1), ALICE)


def test_a_multisig_behind_a_proxy_and_a_proxy_behind_a_multisig(client: Client) -> None:
    done(client, AddProxy(CHARLIE), BOB)
    done(client, Proxied(Multisig(SENT, SET, 2), BOB), CHARLIE)
    before = received(client)
    done(client, Multisig(SENT, SET, 2), ALICE)
    assert received(client) == before + TAO
    done(client, AddProxy(ADDRESS), BOB)
    relayed = Multisig(Proxied(SENT, BOB), SET, 2)
    done(client, relayed, ALICE)
    done(client, relayed, DAVE)
    assert received(client) == before + TAO * 2


def test_what_cannot_be(client: Client) -> None:
    with pytest.raises(UsageError, match="not a signatory"):
        client.prepare(Multisig(SENT, SET, 2), CHARLIE)
    with pytest.raises(UsageError, match="a multisig cannot send it"):
        client.prepare(Multisig(Faucet(), SET, 2), ALICE)
    with pytest.raises(UsageError, match="threshold"):
        Multisig(SENT, SET, 4)
    with pytest.raises(UsageError, match="threshold"):
        ApproveMultisig(bytes(32), SET, 1)
