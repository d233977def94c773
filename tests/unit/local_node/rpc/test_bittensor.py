"""Subtensor's own methods: each gives what its runtime API says, as its node would write it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.keys import Keypair
from chain_spec import chains
from chain_spec.declare import Method
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.rpc import bittensor
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.errors import INVALID_PARAMS
from local_node.state.store import Store
from tests.unit.local_node.rpc.line import Line

ALICE = Keypair.from_uri("//Alice")
BYTES = list(ALICE.public_key)
SPEC = chains.load("dev")

CALLS: dict[str, list[Any]] = {
    "delegateInfo_getDelegates": [],
    "delegateInfo_getDelegate": [BYTES],
    "delegateInfo_getDelegated": [BYTES],
    "neuronInfo_getNeuronsLite": [1],
    "neuronInfo_getNeuronLite": [1, 0],
    "neuronInfo_getNeurons": [1],
    "neuronInfo_getNeuron": [1, 0],
    "subnetInfo_getSubnetInfo": [1],
    "subnetInfo_getSubnetsInfo": [],
    "subnetInfo_getSubnetInfo_v2": [1],
    "subnetInfo_getSubnetsInfo_v2": [],
    "subnetInfo_getSubnetHyperparams": [1],
    "subnetInfo_getSubnetHyperparamsV2": [1],
    "subnetInfo_getAllDynamicInfo": [],
    "subnetInfo_getDynamicInfo": [1],
    "subnetInfo_getAllMetagraphs": [],
    "subnetInfo_getMetagraph": [1],
    "subnetInfo_getAllMechagraphs": [],
    "subnetInfo_getMechagraph": [1, 0],
    "subnetInfo_getSubnetState": [1],
    "subnetInfo_getSelectiveMetagraph": [1, [0, 2]],
    "subnetInfo_getSelectiveMechagraph": [1, 0, [0, 2]],
    "subnetInfo_getColdkeyAutoStakeHotkey": [ALICE.ss58_address, 1],
    "subnetInfo_getSubnetAccountId": [1],
    "stakeInfo_getColdkeyLock": [ALICE.ss58_address, 1],
    "swap_simSwapTaoForAlpha": [1, 1_000_000_000],
    "swap_simSwapAlphaForTao": [1, 1_000_000_000],
}
NUMBERS = {
    "subnetInfo_getLockCost",
    "subnetInfo_getSubnetToPrune",
    "swap_currentAlphaPrice",
    "swap_currentAlphaPriceAll",
}


@pytest.fixture(scope="module")
def line() -> Iterator[Line]:
    chain = Chain.open(SPEC, Store(), mode=Manual())
    yield Line(Dispatcher(chain, NodeIdentity()))
    chain.close()


def declared(entry: str) -> Method:
    """The declared method behind an entry point of the runtime."""
    api, method = entry.split("_", 1)
    return SPEC.interface.apis[api].methods[method]


def entry_of(name: str) -> str:
    handler: Any = bittensor.METHODS.methods[name].handler
    return str(handler.entry)


def test_all_are_tested() -> None:
    assert {*CALLS, *NUMBERS} == set(bittensor.METHODS.methods)


@pytest.mark.parametrize("name", CALLS)
def test_answers_with_the_bytes_of_the_declared_result(line: Line, name: str) -> None:
    answer = line.call(name, *CALLS[name])
    assert answer
    assert all(type(byte) is int and 0 <= byte < 256 for byte in answer)
    SPEC.interface.codec(declared(entry_of(name)).output).decode(bytes(answer))


def test_plain_numbers(line: Line) -> None:
    assert line.call("subnetInfo_getLockCost") == 250 * 10**9
    assert line.call("subnetInfo_getSubnetToPrune") is None
    assert line.call("swap_currentAlphaPrice", 1) == 10**9
    prices = line.call("swap_currentAlphaPriceAll")
    assert {"netuid": 1, "price": 10**9} in prices


def test_an_earlier_block_can_be_asked(line: Line) -> None:
    genesis = "0x" + line.chain.genesis_hash.hex()
    assert line.call("swap_currentAlphaPrice", 1, genesis) == 10**9
    assert line.named("swap_currentAlphaPrice", netuid=1, at=genesis) == 10**9


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("neuronInfo_getNeurons", []),
        ("neuronInfo_getNeurons", ["1"]),
        ("neuronInfo_getNeurons", [1 << 16]),
        ("neuronInfo_getNeurons", [-1]),
        ("neuronInfo_getNeurons", [True]),
        ("delegateInfo_getDelegate", [[1, 2, 3]]),
        ("delegateInfo_getDelegate", [[256] * 32]),
        ("delegateInfo_getDelegate", ["0x00"]),
        ("subnetInfo_getSelectiveMetagraph", [1, 7]),
        ("subnetInfo_getColdkeyAutoStakeHotkey", ["nobody", 1]),
    ],
)
def test_wrong_parameters_are_refused(line: Line, name: str, params: list[Any]) -> None:
    assert line.code(name, *params) == INVALID_PARAMS
