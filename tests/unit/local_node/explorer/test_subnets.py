"""Subnets, their rules and their neurons."""

from __future__ import annotations

from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.rpc.explored import ALICE, EVIL, NETUID
from tests.wire import Wire


def test_subnets_with_the_names_that_people_give(node: Wire) -> None:
    subnets = node.call("explorer_subnets")
    assert [subnet["netuid"] for subnet in subnets] == [0, 1, 2, 3]
    assert subnets[3]["identity"]["subnetName"] == EVIL
    assert subnets[NETUID]["neurons"] == 4
    assert all(isinstance(subnet["price"], str) for subnet in subnets)


def test_a_subnet_with_its_rules(node: Wire) -> None:
    subnet = node.call("explorer_subnet", NETUID)
    assert (subnet["started"], subnet["mechanisms"], subnet["neurons"]) == (True, 1, 4)
    assert subnet["hyperparameters"]["kappa"] == 32_767
    assert subnet["ownerColdkey"] == ALICE.ss58_address


def test_a_metagraph_agrees_with_the_client(chain: LocalChain, node: Wire) -> None:
    seen, known = node.call("explorer_metagraph", NETUID), chain.client.head().metagraph(NETUID)
    assert known is not None
    assert [row["hotkey"] for row in seen["neurons"]] == [row.hotkey for row in known.neurons]
    stakes = [str(row.total_stake.rao) for row in known.neurons]
    assert [row["totalStake"] for row in seen["neurons"]] == stakes


def test_weights_are_sparse_rows(node: Wire) -> None:
    weights = node.call("explorer_weights", NETUID, 0)
    third = [[0, 21_845], [2, 65_535]]
    assert weights == {
        "netuid": NETUID,
        "mechanism": 0,
        "size": 4,
        "rows": [[1, third], [2, third], [3, third]],
        "pending": {"commits": [], "pulsesCome": None},
    }
