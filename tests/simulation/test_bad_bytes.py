"""Any bytes as an extrinsic, a call or a runtime API's arguments: Substrate's error, no trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.runtime.boundary import RuntimePanic
from tests.simulation.noise import Noise
from tests.simulation.random_values import RandomValues
from tests.simulation.world import COLDKEYS, HOTKEYS, World, settled_world

SUBMIT_ERRORS = {1002, 1040, 1010, 1011, 1012, 1013, 1014, 1016, 1019, -32602}
CALL_ERRORS = {1, 4003, -32602}
BUGS = ("a bug", "a result of the wrong type")
BUILD = ("Core_execute_block", "GenesisBuilder_build_state")
"""Entry points that take whole blocks and geneses: only noise, no well-typed arguments."""


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


@pytest.fixture
def unchanged(world: World) -> Iterator[None]:
    """Head and state root are afterwards what they were, and nothing is left in the pool."""
    world.runtime.panics.clear()
    head, root = world.chain.best, world.chain.state().root
    yield
    assert (world.chain.best, world.chain.state().root) == (head, root)
    assert not bugs(world)


class Client:
    """Somebody at the JSON-RPC door."""

    def __init__(self, world: World) -> None:
        self._dispatcher = Dispatcher(world.chain, NodeIdentity())

    def ask(self, method: str, *params: Any) -> dict[str, Any]:
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        answer = self._dispatcher.handle(Request(json.dumps(request)), Peer(None))
        assert answer is not None
        found: dict[str, Any] = json.loads(answer)
        return found


def bugs(world: World) -> list[RuntimePanic]:
    return [panic for panic in world.runtime.panics if panic.reason.startswith(BUGS)]


def noise(world: World, seed: str) -> Noise:
    chance = Random(seed)
    accounts = [who.public_key for who in (*COLDKEYS, *HOTKEYS)]
    values = RandomValues(world.interface.registry, chance, accounts)
    return Noise(chance, values, world.signing)


def offer(world: World, seed: str, rounds: int) -> None:
    client, source = Client(world), noise(world, seed)
    for _ in range(rounds):
        data = source.extrinsic()
        text = f"0x{data.hex()}"
        submitted = client.ask("author_submitExtrinsic", text)
        assert submitted.get("error", {}).get("code") in SUBMIT_ERRORS, (text, submitted)
        for method in ("payment_queryInfo", "payment_queryFeeDetails", "system_dryRun"):
            answer = client.ask(method, text)
            assert answer.get("error", {}).get("code") != -32603, (method, text, answer)


@pytest.mark.usefixtures("unchanged")
def test_no_bytes_are_taken_for_an_extrinsic(world: World) -> None:
    offer(world, "few", 60)
    assert not world.chain.pending()


@pytest.mark.slow
@pytest.mark.usefixtures("unchanged")
def test_many_bytes_are_no_extrinsic(world: World) -> None:
    offer(world, "many", 4000)


@pytest.mark.usefixtures("unchanged")
def test_noise_as_arguments_of_every_runtime_api(world: World) -> None:
    client, source = Client(world), noise(world, "arguments")
    for entry in world.runtime.executive.entries():
        for data in (b"", source.octets(), source.octets()):
            answer = client.ask("state_call", entry, f"0x{data.hex()}")
            code = answer.get("error", {}).get("code")
            assert code is None or code in CALL_ERRORS, (entry, data.hex(), answer)


def drawn_arguments(world: World, seed: str, rounds: int) -> None:
    client, chance = Client(world), Random(seed)
    accounts = [who.public_key for who in (*COLDKEYS, *HOTKEYS)]
    values = RandomValues(world.interface.registry, chance, accounts)
    entries = [entry for entry in world.runtime.executive.entries() if entry not in BUILD]
    for _ in range(rounds):
        for entry in entries:
            api, _, method = entry.partition("_")
            inputs = world.interface.apis[api].methods[method].inputs.values()
            data = values.arguments([world.interface.type_id(kind) for kind in inputs])
            answer = client.ask("state_call", entry, f"0x{data.hex()}")
            code = answer.get("error", {}).get("code")
            assert code is None or code in CALL_ERRORS, (entry, data.hex(), answer)
            assert not bugs(world), (entry, data.hex(), bugs(world))


@pytest.mark.usefixtures("unchanged")
def test_every_runtime_api_answers_well_typed_arguments(world: World) -> None:
    drawn_arguments(world, "typed", 3)


@pytest.mark.slow
@pytest.mark.usefixtures("unchanged")
def test_every_runtime_api_answers_many_well_typed_arguments(world: World) -> None:
    drawn_arguments(world, "typed, many", 60)


@pytest.mark.usefixtures("unchanged")
def test_an_entry_point_that_does_not_exist_is_an_error(world: World) -> None:
    answer = Client(world).ask("state_call", "Core_no_such_thing", "0x")
    assert answer["error"]["code"] in CALL_ERRORS
