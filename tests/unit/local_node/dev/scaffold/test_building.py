"""What a scaffold leaves on the chain."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.units import Tao
from local_node.dev.control import Control
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.scaffolded import STRANGER, TEXT
from tests.unit.local_node.dev.signing import ALICE


@pytest.fixture(scope="module")
def built() -> Any:
    """The chain that the scaffold above describes."""
    with LocalChain(scaffold=read_scaffold(TEXT)) as chain:
        yield chain


def read(control: Control, item: str, *keys: Any) -> Any:
    declared = control.metadata.storage("SubtensorModule", item)
    return declared.decode(control.chain.state().get(declared.key(*keys)))


def test_subnets_and_neurons_are_there(built: LocalChain) -> None:
    view = built.client.head()
    neurons = view.neurons(2)
    assert [neuron.hotkey for neuron in neurons] == [
        Keypair.from_uri(uri).ss58_address
        for uri in ("//Alice//subnet", *(f"//Miner{n}//1" for n in range(4)), "//Other//1")
    ]
    assert neurons[5].coldkey == STRANGER.ss58_address
    assert all(neuron.stake.rao > 0 and neuron.validator_permit for neuron in neurons[1:])
    assert view.uid(1, Keypair.from_uri("//Miner0//one").ss58_address) == 1
    assert sum(neuron.incentive for neuron in neurons) > 60_000


def test_weights_are_as_they_were_given(built: LocalChain) -> None:
    control = built.control
    assert read(control, "Weights", 2, 1) == [(uid, 0xFFFF) for uid in range(6)]
    assert read(control, "Weights", 2, 5) == [(1, 0x8000), (2, 0xFFFF)]
    assert read(control, "Weights", 2, 0) == []


def test_what_was_eased_is_back_and_what_was_set_stays(built: LocalChain) -> None:
    control = built.control
    with LocalChain() as plain:
        for item in ("StartCallDelay", "NetworkRateLimit", "NetworkLastLockCost"):
            assert read(control, item) == read(plain.control, item)
        for item in ("BurnIncreaseMult", "WeightsSetRateLimit", "CommitRevealWeightsEnabled"):
            assert read(control, item, 1) == read(plain.control, item, 1)
            assert read(control, item, 2) == read(plain.control, item, 1)
    assert (read(control, "Tempo", 2), read(control, "MaxAllowedUids", 2)) == (7, 99)
    assert control.chain.impersonation.accounts == frozenset()


def test_balances_in_the_end(built: LocalChain) -> None:
    assert built.client.head().balance(ALICE.ss58_address).free == Tao.parse("1234.5")
    assert built.control.free(STRANGER.public_key) == Tao.parse("100").rao


def test_its_blocks_can_be_executed_again(built: LocalChain) -> None:
    assert built.chain.check(execute=True) == []
