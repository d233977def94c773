"""Attributes, columns and rows."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from btsdk import Alpha, Keypair, Tao
from btsdk.errors import MechanismNotFound
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.graph import ATTRIBUTES
from btsdk.storage import subtensor
from local_node import LocalChain
from tests.unit.btsdk.reads.metagraph.conftest import NETUID, OWNER

np: Any = pytest.importorskip("numpy")


def test_every_attribute_can_be_computed(graph: Metagraph) -> None:
    for name in (*ATTRIBUTES, *("S", "AS", "TS", "E", "R", "T", "Tv", "C", "I", "D", "W", "B")):
        value = getattr(graph, name)
        if isinstance(value, np.ndarray) and name not in ("W", "B"):
            assert value.shape == (6,), name


def test_the_subnet(graph: Metagraph, subnet: LocalChain) -> None:
    view = subnet.client.head()
    found = view.subnet(NETUID)
    assert found is not None
    for name in (
        "name", "symbol", "owner_hotkey", "owner_coldkey", "tempo", "last_step", "tao_in",
        "alpha_in", "alpha_out", "volume", "moving_price", "registered_at",
    ):  # fmt: skip
        assert getattr(graph, name) == getattr(found, name), name
    rules = view.hyperparameters(NETUID)
    assert rules is not None
    for name in ("kappa", "immunity_period", "min_burn", "max_burn", "min_allowed_weights"):
        assert getattr(graph, name) == rules[name], name
    assert (graph.netuid, graph.mechanism, graph.block) == (NETUID, 0, view.number)
    assert graph.owner_coldkey == OWNER.ss58_address
    assert graph.identity is None


def test_columns_and_rows_say_the_same(graph: Metagraph) -> None:
    assert graph.uids.tolist() == [row.uid for row in graph] == list(range(6))
    for column, row in (
        ("hotkeys", "hotkey"), ("coldkeys", "coldkey"), ("axons", "axon"), ("active", "active"),
        ("validator_permit", "validator_permit"), ("incentive", "incentive"),
        ("dividends", "dividends"), ("consensus", "consensus"), ("trust", "trust"),
        ("ranks", "rank"), ("last_update", "last_update"),
        ("block_at_registration", "registered_at"),
    ):  # fmt: skip
        assert list(getattr(graph, column)) == [getattr(each, row) for each in graph], column
    assert [Tao.from_rao(rao) for rao in graph.total_stake.tolist()] == [
        row.total_stake for row in graph
    ]
    amounts = [Alpha.from_rao(rao, NETUID) for rao in graph.alpha_stake.tolist()]
    assert amounts == [row.alpha_stake for row in graph]
    assert graph[5] == graph.neurons[5]
    assert graph.stake.sum() == graph.alpha_stake.sum()


def test_columns_are_those_of_storage(graph: Metagraph, subnet: LocalChain) -> None:
    view = subnet.client.head()
    for column, item in (
        (graph.validator_trust, subtensor.ValidatorTrust),
        (graph.incentive, subtensor.Incentive),
        (graph.dividends, subtensor.Dividends),
        (graph.emission, subtensor.Emission),
        (graph.last_update, subtensor.LastUpdate),
        (graph.validator_permit, subtensor.ValidatorPermit),
    ):
        assert column.tolist() == view.storage(item, NETUID)
        assert column.any()
    assert graph.last_update.dtype == graph.stake.dtype == np.int64


def test_bittensors_scores_are_fractions(graph: Metagraph) -> None:
    assert graph.I.sum() == pytest.approx(1, abs=1e-4)
    assert graph.I.tolist() == [value / 65_535 for value in graph.incentive.tolist()]
    assert graph.W[1].tolist() == pytest.approx([0, 0, 0, 0, 0.25, 0.75], abs=1e-5)
    assert graph.S.tolist() == graph.stake.tolist()


def test_columns_cannot_be_changed(graph: Metagraph) -> None:
    with pytest.raises(ValueError, match="read-only"):
        graph.stake[0] = 5


def test_a_column_that_no_epoch_has_filled_is_zero() -> None:
    info = {"block": 1, "num_uids": 3, "rank": [7], "active": [], "hotkeys": [b"\1" * 32] * 3}
    found = Metagraph(1, 0, info)
    assert found.ranks.tolist() == [7, 0, 0]
    assert found.active.tolist() == [False] * 3


def test_a_value_beyond_int64_is_kept() -> None:
    info = {"block": 1, "num_uids": 2, "last_update": [2**64 - 1, 3]}
    assert Metagraph(1, 0, info).last_update.tolist() == [2**64 - 1, 3]


@pytest.mark.parametrize("uid", [-1, 6, 65_535])
def test_a_uid_that_is_not_there(graph: Metagraph, uid: int) -> None:
    with pytest.raises(IndexError, match=f"no uid {uid}: it has 6 neurons"):
        graph[uid]


def test_a_uid_is_an_integer(graph: Metagraph) -> None:
    assert graph[np.uint16(3)].uid == 3
    for wrong in (True, 1.0, "1"):
        with pytest.raises(TypeError, match="a uid is an integer"):
            graph[wrong]  # type: ignore[index]  # what is tested


def test_accounts_of_neurons(graph: Metagraph) -> None:
    miner = Keypair.from_uri("//Miner0//hot").ss58_address
    uid = graph.hotkeys.index(miner)
    axon, identity = graph.axons[uid], graph.identities[uid]
    assert axon is not None
    assert (axon.ip, axon.port, axon.protocol, axon.version) == ("1.2.3.4", 8091, 4, 7)
    assert identity is not None
    assert (identity["name"], identity["url"]) == ("Mïner", "https://miner.example")
    assert graph.commitments == {miner: b"hello\xff\x00!"}
    assert sorted(graph.validators.tolist()) == list(range(6))


def test_a_metagraph_is_equal_to_one_of_the_same_block(
    graph: Metagraph, subnet: LocalChain
) -> None:
    view = subnet.client.head()
    assert view.metagraph(NETUID, weights=True, bonds=True) == graph
    assert view.metagraph(NETUID) != graph
    assert copy.copy(graph) == pickle.loads(pickle.dumps(graph)) == graph
    assert repr(graph) == f"<Metagraph of subnet {NETUID}: 6 neurons, block {view.number}>"


def test_rows_do_not_load_numpy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from btsdk.reads.metagraph import Metagraph;"
        "from btsdk.reads.metagraph.rows import SOURCES;"
        "g = Metagraph(1, 0, {'block': 1, 'num_uids': 0} | {name: [] for name in SOURCES});"
        "assert g.neurons == (); assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_unknown_mechanisms_have_no_matrix(graph: Metagraph, subnet: LocalChain) -> None:
    assert subnet.client.head().find_metagraph(NETUID, 2) is None
    with pytest.raises(MechanismNotFound, match="has no mechanism 2"):
        subnet.client.head().metagraph(NETUID, 2)
