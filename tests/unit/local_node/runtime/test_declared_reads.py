"""Every read that is declared has an answer, but for those of what is left out on purpose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from chain_spec.chains import load
from chain_spec.runtime import build
from local_node.chain.chain import Chain
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.runtime.bundled import runtime
from local_node.state.store import Store
from tests.unit.local_node.runtime.support import FEATURES, PROFILES

LEFT_OUT = {
    "BabeApi": "no slot of the chain is given out by Babe",
    "ContractsApi": "the Contracts pallet is declared only",
    "ConvertTransactionRuntimeApi": "so is Ethereum",
    "EthereumRuntimeRPCApi": "so is Ethereum",
}
"""Runtime APIs that the chain declares and does not answer, and why."""

LEGACY_METHODS = {
    "delegateInfo": 3,
    "neuronInfo": 4,
    "subnetInfo": 19,
    "stakeInfo": 1,
    "swap": 4,
}
"""How many methods Subtensor's own JSON-RPC has, by namespace, `pallets/*/rpc` at 425."""
NOTIFICATIONS = {"author_extrinsicUpdate"}
"""What a node sends and nobody calls."""


def entries() -> set[str]:
    return set(runtime(build(PROFILES["fast"], FEATURES["fast"])).entries())


def rpc_methods() -> set[str]:
    chain = Chain.open(load("fast"), Store(None))
    request = {"jsonrpc": "2.0", "id": 1, "method": "rpc_methods", "params": []}
    answer = Dispatcher(chain, NodeIdentity()).handle(Request(json.dumps(request)), Peer(None))
    assert answer is not None
    return set(json.loads(answer)["result"]["methods"])


def test_every_declared_runtime_api_answers() -> None:
    interface = build(PROFILES["fast"], FEATURES["fast"])
    declared = {
        f"{api.name}_{method}"
        for api in interface.apis.values()
        if api.name not in LEFT_OUT
        for method in api.methods
    }
    assert entries() == declared


@pytest.fixture(scope="module")
def surface(shared_data: Path) -> dict[str, Any]:
    """What existing clients read, by kind."""
    text = (shared_data / "clients-surface.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_every_runtime_api_that_clients_ask_answers(surface: dict[str, Any]) -> None:
    asked = {name.replace(".", "_", 1) for name in surface["runtime_apis"]}
    assert asked <= entries()


def test_every_method_that_clients_call_is_there(surface: dict[str, Any]) -> None:
    assert set(surface["rpc_methods"]) - NOTIFICATIONS <= rpc_methods()


def test_subtensors_own_methods_are_all_there() -> None:
    names = rpc_methods()
    for namespace, count in LEGACY_METHODS.items():
        found = [name for name in names if name.startswith(f"{namespace}_")]
        assert len(found) == count, sorted(found)
