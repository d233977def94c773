"""What changed between two metagraphs."""

from __future__ import annotations

import pytest

from btsdk import Keypair, Tao, UsageError
from btsdk.calls import subtensor
from btsdk.ops import RecycleRegister
from btsdk.reads.metagraph import Metagraph
from local_node import LocalChain
from tests.unit.btsdk.reads.metagraph.conftest import NETUID, OWNER, furnish, scaffold


def test_what_a_registration_and_weights_change() -> None:
    with LocalChain(scaffold=scaffold()) as chain:
        client = chain.client
        furnish(client)
        old = client.head().metagraph(NETUID, weights=True, bonds=True)
        assert not old.diff(old)
        newcomer = Keypair.from_uri("//Newcomer").ss58_address
        client.execute(RecycleRegister(NETUID, newcomer), OWNER)
        weights = subtensor.SetWeights(netuid=NETUID, dests=[4], weights=[65_535], version_key=0)
        client.execute(weights, Keypair.from_uri("//Validator2//hot"))
        new = client.head().metagraph(NETUID, weights=True)
    found = old.diff(new)
    assert found
    assert found.blocks == (old.block, new.block)
    assert (found.joined, found.left) == ({6: newcomer}, {})
    assert found.weights == {3: ({4: 21_845, 5: 65_535}, {4: 65_535})}
    assert found.bonds == {}  # `new` has none to compare
    assert list(found.columns["last_update"]) == [3]
    assert found.columns["last_update"][3] == (old[3].last_update, new.block)
    before, after = found.values["burn"]
    assert isinstance(after, Tao)
    assert before != after
    back = new.diff(old)
    assert (back.joined, back.left) == ({}, {6: newcomer})
    assert back.weights == {3: ({4: 65_535}, {4: 21_845, 5: 65_535})}


def test_a_replaced_neuron_has_joined_and_left() -> None:
    first = {"block": 1, "num_uids": 2, "hotkeys": [b"\1" * 32, b"\2" * 32], "rank": [5, 6]}
    second = {**first, "block": 9, "hotkeys": [b"\1" * 32, b"\3" * 32], "rank": [7, 0]}
    found = Metagraph(1, 0, first).diff(Metagraph(1, 0, second))
    assert (list(found.joined), list(found.left)) == ([1], [1])
    assert found.columns == {"ranks": {0: (5, 7)}}


def test_what_cannot_be_compared(graph: Metagraph, subnet: LocalChain) -> None:
    view = subnet.client.head()
    for other in (view.metagraph(1), view.metagraph(NETUID, 1)):
        with pytest.raises(UsageError, match="not metagraphs of the same mechanism"):
            graph.diff(other)
    with pytest.raises(UsageError, match="without its hotkeys"):
        graph.diff(view.metagraph(NETUID, fields=["stake"]))
