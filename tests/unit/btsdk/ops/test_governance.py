"""Motions of the former governance on a chain: proposed, voted on, closed, and each refusal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk import Client, IncompatibleItem, Keypair, Tao
from btsdk.calls import balances, senate_members, subtensor, system, triumvirate
from btsdk.events import triumvirate as events
from btsdk.ops import CloseProposal, Propose, RecycleRegister, Sudo, VoteProposal
from btsdk.tx.operation import Wanted
from chain_spec import chains
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, DAVE, done, refused

COUNCIL = [ALICE, BOB, CHARLIE]
GIFT = balances.ForceSetBalance(who=DAVE, new_free=Tao.parse("7"))
OTHER = system.Remark(remark="a")


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        members: list[Any] = list(COUNCIL)
        call = triumvirate.SetMembers(new_members=members, prime=None, old_count=0)
        done(chain.client, Sudo(call), ALICE)
        for senator in chain.client.head().senate():
            done(chain.client, Sudo(senate_members.RemoveMember(who=senator)), ALICE)
        yield chain


def propose(client: Client, call: Wanted = GIFT, threshold: int = 2) -> bytes:
    (event,) = done(client, Propose(call, threshold), ALICE).find(events.Proposed)
    return event.proposal_hash


def test_a_motion_passes_as_root(chain: LocalChain) -> None:
    client = chain.client
    assert set(client.head().council()) == {one.ss58_address for one in COUNCIL}
    digest = propose(client)
    (motion,) = client.head().proposals()
    assert (motion.proposal_hash, motion.threshold, motion.ayes) == (digest, 2, ())
    assert motion.call[:2] == ("Balances", "force_set_balance")
    assert "not decided yet" in refused(client, CloseProposal(digest), DAVE)
    done(client, VoteProposal(digest, False), ALICE)
    done(client, VoteProposal("0x" + digest.hex(), True), ALICE)
    assert "has voted so already" in refused(client, VoteProposal(digest, True), ALICE)
    plan = client.prepare(VoteProposal(digest, True), BOB)
    assert "so far 1 ayes and 0 nays; 2 ayes are needed" in plan.preview.effects[1]
    client.submit(plan)
    assert client.head().proposals()[0].ayes == (ALICE.ss58_address, BOB.ss58_address)
    plan = client.prepare(CloseProposal(digest), BOB)
    assert "it passes, and is carried out:" in plan.preview.effects
    (event,) = client.submit(plan).find(events.Executed)
    assert event.result == ("Ok", ())
    assert client.head().balance(DAVE.ss58_address).free == Tao.parse("7")
    assert client.head().proposals() == ()


def test_a_motion_fails_or_expires(chain: LocalChain) -> None:
    client = chain.client
    digest = propose(client)
    for voter in (ALICE, BOB):
        done(client, VoteProposal(digest, False), voter)
    plan = client.prepare(CloseProposal(digest), DAVE)
    assert "it fails, and is dropped:" in plan.preview.effects
    client.submit(plan)
    assert client.head().proposals() == ()
    digest = propose(client, OTHER)
    (motion,) = client.head().proposals()
    chain.advance(motion.end - client.head().number - 1)
    done(client, CloseProposal(digest), DAVE)


def test_one_aye_is_enough(chain: LocalChain) -> None:
    plan = chain.client.prepare(Propose(OTHER, 1), BOB)
    assert plan.preview.effects[0] == "it is carried out at once:"
    chain.client.submit(plan)


def test_what_the_chain_refuses_is_foreseen(chain: LocalChain) -> None:
    client = chain.client
    assert "is not in the council" in refused(client, Propose(GIFT, 2), DAVE)
    assert "there is no open motion" in refused(client, VoteProposal(bytes(32), True), ALICE)
    assert "there is no open motion" in refused(client, CloseProposal(bytes(32)), ALICE)
    digest = propose(client)
    assert "is open already" in refused(client, Propose(GIFT, 2), BOB)
    assert "has no vote" in refused(client, VoteProposal(digest, True), DAVE)


def test_a_senator_votes_by_its_coldkey(chain: LocalChain) -> None:
    client = chain.client
    hotkey = Keypair.from_uri("//senator")
    done(client, RecycleRegister(1, hotkey.ss58_address), BOB)
    digest = propose(client)
    vote = VoteProposal(digest, True, hotkey)
    assert "has no vote" in refused(client, vote, BOB)
    done(client, Sudo(senate_members.AddMember(who=hotkey)), ALICE)
    assert client.head().senate() == (hotkey.ss58_address,)
    assert "another coldkey" in refused(client, vote, ALICE)
    done(client, vote, BOB)
    assert client.head().proposals()[0].ayes == (hotkey.ss58_address,)
    assert "has no vote" in refused(client, VoteProposal(digest, True), ALICE)


def test_a_chain_without_it() -> None:
    assert subtensor.Vote.pallet == "SubtensorModule"
    spec = chains.load("fast")
    with LocalChain(spec) as chain:
        if "Triumvirate" in chain.client.head().metadata.pallets:
            pytest.skip("this chain has governance")
        with pytest.raises(IncompatibleItem):
            chain.client.head().council()
        with pytest.raises(IncompatibleItem):
            chain.client.prepare(Propose(OTHER, 2), ALICE)
