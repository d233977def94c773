"""Fetching metagraphs, weights and bonds."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import SubnetNotFound
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.fetch import find_metagraph
from btsdk.storage import subtensor
from chain_spec.apis import subnet_info
from chain_spec.types.expression import OptionOf
from local_node import LocalChain
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.reads.metagraph.conftest import NETUID
from tests.unit.btsdk.script import dev_at


def test_mechanisms_have_their_own_weights(graph: Metagraph, subnet: LocalChain) -> None:
    other = subnet.client.head().metagraph(NETUID, 1, weights=True)
    assert other.weights.rows == {1: {5: 65_535}}
    assert other.incentive.tolist() != graph.incentive.tolist()
    assert other.hotkeys == graph.hotkeys
    assert other.last_update.tolist() != graph.last_update.tolist()


def test_matrices_are_those_of_storage(graph: Metagraph, subnet: LocalChain) -> None:
    view = subnet.client.head()
    for mechanism in (0, 1):
        for found, item in (
            (view.weights(NETUID, mechanism), subtensor.Weights),
            (view.bonds(NETUID, mechanism), subtensor.Bonds),
        ):
            stored = view.storage_map(item, mechanism * 4096 + NETUID)
            assert found.rows == {uid: dict(row) for (_, uid), row in stored}
            assert list(found.rows) == sorted(found.rows)
            assert found.size == 6
    assert view.weights(NETUID) == graph.weights
    assert view.bonds(NETUID) == graph.bonds


def test_a_subnet_that_is_not_there(subnet: LocalChain) -> None:
    view = subnet.client.head()
    assert view.find_metagraph(9) is None
    for read in (view.metagraph, view.weights, view.bonds):
        with pytest.raises(SubnetNotFound, match="there is no subnet 9"):
            read(9)


def test_a_metagraph_is_of_its_block(graph: Metagraph, subnet: LocalChain) -> None:
    old = subnet.client.at(graph.block - 3).metagraph(NETUID, fields=["neurons"])
    assert old.block == graph.block - 3
    assert old[1].last_update <= graph[1].last_update


def zero_of(method: str) -> dict[str, Any]:
    output = subnet_info.api.methods[method].output.resolve()
    assert isinstance(output, OptionOf)
    zero: dict[str, Any] = output.inner.zero()
    return zero


def test_only_the_wanted_fields_are_requested() -> None:
    answer = zero_of("get_selective_mechagraph") | {"num_uids": 0, "block": 5, "hotkeys": []}
    script = Chain(get_selective_mechagraph=answer).script()
    found = script.play(find_metagraph(dev_at(), 1, fields=["hotkeys"]))
    assert found is not None
    (call,) = script.asked
    data = bytes.fromhex(call.params[1][2:])
    assert data == (1).to_bytes(2, "little") + b"\0" + bytes([3 << 2]) + b"".join(
        number.to_bytes(2, "little") for number in (7, 30, 52)
    )


@pytest.mark.parametrize(("mechanism", "method"), [(0, "get_metagraph"), (1, "get_mechagraph")])
def test_an_older_runtime_has_the_whole_metagraph_only(mechanism: int, method: str) -> None:
    at = dev_at()
    methods = at.metadata.apis["SubnetInfoRuntimeApi"].methods
    new = methods.pop("get_selective_mechagraph")
    try:
        answer = zero_of(method) | {"num_uids": 0, "block": 5}
        script = Chain(**{method: answer, "MechanismCountCurrent": 2}).script()
        found = script.play(find_metagraph(at, 1, mechanism, fields=["hotkeys", "identity"]))
    finally:
        methods["get_selective_mechagraph"] = new
    assert found is not None
    assert (found.block, found.hotkeys, found.identity) == (5, (), None)
    assert set(found.fetched) == {"block", "num_uids", "hotkeys", "identity"}


def test_all_metagraphs(graph: Metagraph, subnet: LocalChain) -> None:
    view = subnet.client.head()
    found = view.metagraphs(fields=["hotkeys", "incentive"])
    assert list(found) == [subnet.netuid for subnet in view.subnets()]
    assert found[NETUID].hotkeys == graph.hotkeys
    assert list(view.metagraphs([NETUID, NETUID])) == [NETUID]
    assert view.metagraphs([]) == {}
    with pytest.raises(SubnetNotFound):
        view.metagraphs([NETUID, 9])
