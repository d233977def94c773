"""Schedules of epochs, against a chain that runs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk import Client, Keypair, UsageError
from btsdk.apis import subnet_info
from btsdk.calls import subtensor as calls
from btsdk.reads.epochs import coming_epoch, next_epoch
from btsdk.storage import subtensor
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

ALICE = Keypair.from_uri("//Alice")
MAX = 50_400
NETUID = 2
SCAFFOLD = """
[[subnets]]
owner = "//Alice"
hotkey = "//Alice//hot"
settings = { Tempo = 9, CommitRevealWeightsEnabled = false }
"""


def runs(client: Client, netuid: int, blocks: range) -> list[int]:
    """The blocks that ran an epoch."""
    index = subtensor.SubnetEpochIndex
    found = [
        client.at(number).storage(index, netuid) for number in range(blocks[0] - 1, blocks[-1] + 1)
    ]
    pairs = zip(blocks, found, found[1:], strict=False)
    return [number for number, before, after in pairs if after > before]


@pytest.fixture
def chain() -> LocalChain:
    return LocalChain(scaffold=read_scaffold(SCAFFOLD, "the test's scaffold"))


def test_the_next_epoch_is_the_one_that_runs(chain: LocalChain) -> None:
    with chain:
        client = chain.client
        for _ in range(3):
            view = client.head()
            found = view.epoch_schedule(NETUID)
            assert found.next_epoch == view.call_api(subnet_info.get_next_epoch_start_block, NETUID)
            assert found.next_epoch is not None
            assert found.blocks_until_next_epoch == found.next_epoch - view.number
            chain.advance(found.next_epoch - view.number)
            span = range(view.number + 1, found.next_epoch + 1)
            assert runs(client, NETUID, span) == [found.next_epoch]
            after = client.head().epoch_schedule(NETUID)
            assert (after.last_epoch, after.index) == (found.next_epoch, found.index + 1)
            assert (after.blocks_since_last_epoch, after.blocks_since_last_step) == (0, 0)
            assert after.tempo == 9


def test_the_epoch_of_the_next_block(chain: LocalChain) -> None:
    with chain:
        client = chain.client
        for _ in range(12):
            view = client.head()
            index, following = client.run(coming_epoch(view.at, NETUID))
            assert following is not None
            chain.advance(1)
            head = client.head()
            assert head.storage(subtensor.SubnetEpochIndex, NETUID) == index
            assert head.epoch_schedule(NETUID).next_epoch == following


def test_a_triggered_epoch(chain: LocalChain) -> None:
    with chain:
        client = chain.client
        chain.advance_to_epoch(NETUID)
        chain.control.set_storage({"SubtensorModule": {"AdminFreezeWindow": 1}})
        client.execute(calls.TriggerEpoch(netuid=NETUID), ALICE)
        view = client.head()
        found = view.epoch_schedule(NETUID)
        assert found.pending is not None
        assert found.next_epoch == found.pending < found.last_epoch + found.tempo
        chain.advance(found.next_epoch - view.number)
        assert runs(client, NETUID, range(view.number + 1, found.next_epoch + 1)) == [
            found.next_epoch
        ]
        assert client.head().epoch_schedule(NETUID).pending is None


def test_the_net_below_a_tempo_that_never_comes(chain: LocalChain) -> None:
    with chain:
        client = chain.client
        ahead = {"BlocksSinceLastStep": [[[NETUID], MAX - 3]], "Tempo": [[[NETUID], 60_000]]}
        chain.control.set_storage({"SubtensorModule": ahead})
        view = client.head()
        found = view.epoch_schedule(NETUID)
        assert found.next_epoch is not None
        assert found.next_epoch < view.call_api(subnet_info.get_next_epoch_start_block, NETUID)
        chain.advance(found.next_epoch - view.number)
        span = range(view.number + 1, found.next_epoch + 1)
        assert runs(client, NETUID, span) == [found.next_epoch]


def test_no_epochs_without_a_tempo_or_on_root(chain: LocalChain) -> None:
    with chain:
        chain.control.set_storage({"SubtensorModule": {"Tempo": [[[NETUID], 0]]}})
        view = chain.client.head()
        for netuid in (0, NETUID):
            found = view.epoch_schedule(netuid)
            assert (found.next_epoch, found.blocks_until_next_epoch) == (None, None)
        assert view.epoch_schedule(1).next_epoch is not None
        with pytest.raises(UsageError, match="no subnet 77"):
            view.epoch_schedule(77)


def test_all_subnets_at_once(chain: LocalChain) -> None:
    with chain:
        view = chain.client.head()
        found = view.epoch_schedules()
        assert list(found) == [0, 1, 2]
        assert found == {netuid: view.epoch_schedule(netuid) for netuid in found}


@given(
    number=st.integers(0, 300),
    tempo=st.integers(1, 50),
    ago=st.integers(0, 60),
    pending=st.one_of(st.just(0), st.integers(1, 400)),
    since=st.integers(0, 60),
    longest=st.integers(1, 60),
)
def test_the_first_block_that_fulfils_the_rule(
    number: int, tempo: int, ago: int, pending: int, since: int, longest: int
) -> None:
    last = max(number - ago, 0)

    def is_due(block: int) -> bool:
        triggered = 0 < pending <= block
        return triggered or since + block - number > longest or block - last >= tempo

    found = next_epoch(number, tempo, last, pending, since, longest)
    assert found == next(block for block in range(number + 1, number + 500) if is_due(block))
