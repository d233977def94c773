"""Weights in the chain's own batches, the matrices that they make, and rate limits foreseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk import Client, Keypair
from btsdk.errors import UsageError
from btsdk.ops import (
    BatchCommitWeights,
    BatchRevealWeights,
    BatchSetWeights,
    CommitTimelockedWeights,
    CommitWeights,
    CreateSubnet,
    RawCall,
    RecycleRegister,
    SetWeights,
    Sudo,
)
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, done, refused

OWNER = Keypair.from_uri("//Alice//hotkey")
NETUID = 2


def sudo(client: Client, call: str, **arguments: Any) -> None:
    client.execute(Sudo(RawCall("AdminUtils", call, arguments)), ALICE)


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        client = chain.client
        client.execute(CreateSubnet(OWNER.ss58_address), ALICE)
        for name in ("one", "two"):
            hotkey = Keypair.from_uri(f"//{name}").ss58_address
            client.execute(RecycleRegister(NETUID, hotkey), ALICE)
        sudo(client, "sudo_set_admin_freeze_window", window=0)
        sudo(client, "sudo_set_weights_set_rate_limit", netuid=NETUID, weights_set_rate_limit=0)
        yield chain


def plain(client: Client) -> None:
    sudo(client, "sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=False)


def test_set_on_several_subnets(chain: LocalChain) -> None:
    client = chain.client
    plain(client)
    row = SetWeights(NETUID, [0, 1, 2], [1, 2, 4])
    done(client, BatchSetWeights([row]), OWNER)
    assert client.head().weights(NETUID).rows == {0: {0: 16384, 1: 32768, 2: 65535}}
    assert client.head().weights_of(NETUID, 0) == {0: 16384, 1: 32768, 2: 65535}
    chain.advance_to_epoch(NETUID)
    assert 0 in client.head().bonds(NETUID).rows
    plan = client.prepare(BatchSetWeights([row, SetWeights(99, [0], [1])]), OWNER)
    assert plan.preview.refusals == ()
    assert "subnet 99: there is no subnet 99" in plan.preview.warnings
    receipt = client.submit(plan)
    assert "BatchWeightItemFailed" in {event.name for event in receipt.events}


def test_committed_and_revealed(chain: LocalChain) -> None:
    client = chain.client
    sudo(client, "sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    sudo(client, "sudo_set_tempo", netuid=NETUID, tempo=20)
    chain.advance_to_epoch(NETUID)
    first, second = (CommitWeights(NETUID, [0, 1], [1, weight]) for weight in (1, 2))
    for one in (first, second):
        done(client, BatchCommitWeights([one]), OWNER)
    commits = client.head().weight_commits(NETUID, OWNER)
    assert len(commits) == 2
    assert commits[0].epoch == commits[1].epoch
    for _ in range(client.head().hyperparameters(NETUID)["commit_reveal_period"]):  # type: ignore[index]
        chain.advance_to_epoch(NETUID)
    done(client, BatchRevealWeights([first.reveal(), second.reveal()]), OWNER)
    assert client.head().weights(NETUID).rows == {0: {0: 32768, 1: 65535}}
    assert client.head().weight_commits(NETUID, OWNER) == ()


def test_sealed_weights_are_read_while_they_wait(chain: LocalChain) -> None:
    client = chain.client
    sudo(client, "sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    assert client.head().timelocked_commits(NETUID) == ()
    done(client, SetWeights(NETUID, [0, 1], [1, 2]), OWNER)
    (waiting,) = client.head().timelocked_commits(NETUID)
    assert (waiting.hotkey, waiting.block) == (OWNER.ss58_address, client.head().number)
    assert waiting.reveal_round > client.head().last_drand_round()


def test_the_rate_limit_ends_at_the_block_that_is_named(chain: LocalChain) -> None:
    client = chain.client
    plain(client)
    row = SetWeights(NETUID, [0, 1], [1, 2])
    done(client, row, OWNER)
    last = client.head().number
    sudo(client, "sudo_set_weights_set_rate_limit", netuid=NETUID, weights_set_rate_limit=10)
    reason = refused(client, row, OWNER)
    assert reason == f"the rate limit of weights ends at block {last + 10}"
    assert client.head().weights_allowed_at(NETUID, 0) == last + 10
    chain.advance(last + 10 - client.head().number - 2)
    assert str(last + 10) in refused(client, row, OWNER)
    chain.advance(last + 10 - client.head().number - 1)
    done(client, row, OWNER)
    assert client.head().number == last + 10
    sudo(client, "sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    for commit in (CommitWeights, CommitTimelockedWeights):
        plan = client.prepare(commit(NETUID, [0, 1], [1, 2]), OWNER)
        assert plan.preview.refusals[0].code == "SubtensorModule.CommittingWeightsTooFast"
    refused(client, CommitWeights(NETUID, [0, 1], [1, 2]), OWNER)


def test_what_the_chain_refuses_of_a_row_is_foreseen(chain: LocalChain) -> None:
    client = chain.client
    plain(client)
    miner = Keypair.from_uri("//one")
    assert "is not registered" in refused(client, SetWeights(NETUID, [0], [1]), BOB)
    assert "no subnet 99" in refused(client, SetWeights(99, [0], [1]), OWNER)
    assert "no mechanism 3" in refused(client, SetWeights(NETUID, [0], [1], mechanism=3), OWNER)
    assert "no neuron" in refused(client, SetWeights(NETUID, [0, 50], [1, 1]), OWNER)
    assert (
        "no validator permit"
        in client.prepare(SetWeights(NETUID, [0], [1]), miner).preview.warnings[0]
    )
    sudo(client, "sudo_set_weights_version_key", netuid=NETUID, weights_version_key=7)
    assert "version key 7" in refused(client, SetWeights(NETUID, [0], [1], 5), OWNER)
    assert "takes no commitments" in refused(client, CommitWeights(NETUID, [0], [1]), OWNER)


def test_new_subnets_are_limited(chain: LocalChain) -> None:
    client = chain.client
    sudo(client, "sudo_set_network_rate_limit", rate_limit=50)
    ends = client.head().network_allowed_at()
    assert ends is not None
    assert f"ends at block {ends}" in refused(client, CreateSubnet(OWNER.ss58_address), ALICE)
    chain.advance(ends - client.head().number - 1)
    assert client.head().network_allowed_at() is None
    done(client, CreateSubnet(OWNER.ss58_address), ALICE)
    assert client.head().number == ends


def test_what_is_no_batch() -> None:
    with pytest.raises(UsageError, match="at least one"):
        BatchSetWeights([])
    with pytest.raises(UsageError, match="mechanism 0"):
        BatchSetWeights([SetWeights(1, [0], [1], mechanism=1)])
    with pytest.raises(UsageError, match="is a CommitWeights"):
        BatchCommitWeights([SetWeights(1, [0], [1])])  # type: ignore[list-item]
    reveals = [CommitWeights(netuid, [0], [1]).reveal() for netuid in (1, 2)]
    with pytest.raises(UsageError, match="one subnet"):
        BatchRevealWeights(reveals)
