"""The chain's fields, and the attributes that are made of them."""

from __future__ import annotations

import pytest

from btsdk import UsageError
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.fields import NAMES, VALIDATOR_TRUST, Attribute, sources
from btsdk.reads.metagraph.graph import ATTRIBUTES
from chain_spec.types.rpc_info import SelectiveMetagraph
from local_node import LocalChain
from local_node.runtime.pallets.subtensor.rpc_info import selective_metagraph
from tests.unit.btsdk.reads.metagraph.conftest import NETUID


def test_the_numbers_are_those_of_the_chain() -> None:
    assert [name for name, _ in selective_metagraph._READERS] == list(NAMES)
    assert set(SelectiveMetagraph.resolve().zero()) == set(NAMES)


def test_every_field_of_the_chain_has_an_attribute() -> None:
    used = {source for needed in ATTRIBUTES.values() for source in needed}
    assert {*NAMES, VALIDATOR_TRUST} - used == {"netuid", "block", "num_uids"}


def test_an_attribute_is_computed_once(graph: Metagraph) -> None:
    assert isinstance(Metagraph.stake, Attribute)
    assert graph.stake is graph.stake


def test_only_what_is_asked_for_is_there(subnet: LocalChain) -> None:
    found = subnet.client.head().metagraph(NETUID, fields=["hotkeys", "incentive"])
    assert set(found.fetched) == {"hotkeys", "incentives", "block", "num_uids"}
    assert len(found.hotkeys) == len(found.incentive) == len(found) == 6
    with pytest.raises(UsageError, match="without 'stake'"):
        _ = found.stake
    with pytest.raises(UsageError, match="what its rows need"):
        _ = found.neurons
    with pytest.raises(UsageError, match="without weights"):
        _ = found.weights


@pytest.mark.parametrize(
    ("name", "hint"), [("incentives", "'incentive'"), ("qqq", "There are name, symbol")]
)
def test_an_unknown_attribute_is_refused(subnet: LocalChain, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="no field") as raised:
        subnet.client.head().metagraph(NETUID, fields=[name])
    assert hint in str(raised.value.hint)


def test_one_name_is_a_list_of_one() -> None:
    assert sources(ATTRIBUTES, "hotkeys") == {"hotkeys", "block", "num_uids"}
