"""Sealed weights on local chains: revealed where the beacon signs; a warning where none does."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from btsdk import (
    Client,
    CreateSubnet,
    Keypair,
    RawCall,
    RecycleRegister,
    SetWeights,
    Sudo,
    UsageError,
)
from btsdk.errors import ChainFileError
from btsdk.storage import drand, subtensor
from btsdk.tx.prepare import Plan
from chain_spec import chains
from chain_spec.chains import ChainSpec
from local_node import LocalChain
from local_node.chain.modes import Instant
from local_node.embedded import connect
from local_node.embedded.chain_file import lock_chain_file
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.embedded.open_chain import OpenChain
from local_node.process.node import Node, NodeConfig

ALICE = Keypair.from_uri("//Alice")
OWNER = Keypair.from_uri("//Alice//hotkey")
MINER = Keypair.from_uri("//miner").ss58_address
NETUID = 2


def prepare(client: Client) -> Plan:
    """A new subnet with a miner, whose owner judges it; the sealed weights are not sent yet."""
    client.execute(CreateSubnet(OWNER.ss58_address), ALICE)
    client.execute(RecycleRegister(NETUID, MINER), ALICE)
    for call, arguments in (
        ("sudo_set_weights_set_rate_limit", {"weights_set_rate_limit": 0}),
        ("sudo_set_admin_freeze_window", {"window": 0}),
        ("sudo_set_tempo", {"tempo": 20}),
        ("sudo_set_commit_reveal_weights_enabled", {"enabled": True}),
    ):
        of_all = call == "sudo_set_admin_freeze_window"
        named = arguments if of_all else {"netuid": NETUID, **arguments}
        client.execute(Sudo(RawCall("AdminUtils", call, named)), ALICE)
    return client.prepare(SetWeights(NETUID, [0, 1], [1, 4]), OWNER)


def row(client: Client) -> dict[int, int]:
    return dict(client.head().storage(subtensor.Weights, NETUID, 0))


def is_revealed(client: Client, blocks: int = 120) -> bool:
    for _ in range(blocks):
        if row(client) == {0: 16_384, 1: 65_535}:
            return True
        client.call("dev_newBlock")
    return False


@pytest.mark.parametrize("name", chains.NAMES)
def test_a_chain_in_memory_reveals_them(name: str) -> None:
    with LocalChain(name, mode=Instant()) as chain:
        assert chain.client.call("dev_nodeInfo")["beacon"] is True
        plan = prepare(chain.client)
        assert plan.preview.warnings == ()
        assert "the chain reveals them near block" in plan.preview.effects[1]
        chain.client.submit(plan)
        assert is_revealed(chain.client)


def test_the_pytest_fixtures_reveal_them(chain: LocalChain, client: Client) -> None:
    client.submit(prepare(client))
    for _ in range(120):
        chain.advance()
        if row(client):
            break
    assert row(client) == {0: 16_384, 1: 65_535}


def test_the_asyncio_client_warns_too() -> None:
    async def warnings(chain: LocalChain) -> tuple[str, ...]:
        async with chain.async_client() as client:
            plan = await client.prepare(SetWeights(NETUID, [0, 1], [1, 4]), OWNER)
            return plan.preview.warnings

    for beacon, expected in ((True, 0), (False, 1)):
        with LocalChain(mode=Instant(), beacon=beacon) as chain:
            prepare(chain.client)
            assert len(asyncio.run(warnings(chain))) == expected


def test_another_beacon_set_by_root_ends_the_pulses() -> None:
    with LocalChain() as chain:
        chain.advance(2)
        assert chain.chain.has_beacon
        config = chain.client.head().storage(drand.BeaconConfig)
        other = {**config, "public_key": DevelopmentBeacon(secret=5).public_key}
        fields = {name: _json(value) for name, value in other.items()}
        chain.control.set_storage({"Drand": {"BeaconConfig": fields}})
        chain.advance(2)
        last = chain.client.head().storage(drand.LastStoredRound)
        assert not chain.chain.has_beacon
        chain.travel(60)
        chain.advance(5)
        assert chain.client.head().storage(drand.LastStoredRound) == last
        chain.travel(3600)
        chain.advance()
        [warning] = prepare(chain.client).preview.warnings
        assert f"its last drand pulse is of round {last}" in warning


def _json(value: Any) -> Any:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return {k: _json(v) for k, v in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("name", chains.NAMES)
def test_without_pulses_there_is_a_warning(name: str) -> None:
    with LocalChain(name, mode=Instant(), beacon=False) as chain:
        assert chain.client.call("dev_nodeInfo")["beacon"] is False
        plan = prepare(chain.client)
        [warning] = plan.preview.warnings
        assert "the chain receives no pulses (it has no drand pulse)" in warning
        assert "btcli node start" in warning
        assert "--beacon" in warning
        assert plan.preview.effects[1].endswith("once it has the pulse of that round")
        chain.client.submit(plan)
        assert not is_revealed(chain.client, 60)
        assert chain.client.head().storage(drand.LastStoredRound) == 0


def test_pulses_that_stopped_are_told_from_none() -> None:
    with LocalChain(beacon=False) as chain:
        chain.advance(2)
        chain.control.set_storage({"Drand": {"LastStoredRound": 7}})
        [warning] = prepare(chain.client).preview.warnings
        assert "(its last drand pulse is of round 7, and the current round is " in warning


def test_at_block_0_nobody_is_warned_of_a_beacon_that_has_not_begun() -> None:
    operation = SetWeights(1, [0], [1])
    owner = Keypair.from_uri("//Alice_hk")
    with LocalChain() as chain, LocalChain(beacon=False) as silent:
        for client in (chain.client, silent.client):
            assert client.head().number == 0
        heard = chain.client.prepare(operation, owner).preview.warnings
        unheard = silent.client.prepare(operation, owner).preview.warnings
    assert not any("drand" in warning for warning in heard)
    assert any("drand" in warning for warning in unheard)


@pytest.mark.parametrize("name", chains.NAMES)
def test_a_node_reveals_them_when_it_is_told_to(name: str, tmp_path: Path) -> None:
    path = tmp_path / "some.chain"
    node = Node.start(NodeConfig(name, path, port=0, beacon=True))
    try:
        with Client(node.endpoint, cache=False) as client:
            client.call("dev_setBlockBuildMode", "Instant")
            plan = prepare(client)
            assert plan.preview.warnings == ()
            client.submit(plan)
            assert is_revealed(client)
    finally:
        node.stop()
    # The file remembers it.
    again = Node.start(NodeConfig(name, path, port=0))
    try:
        assert again.chain.has_beacon
    finally:
        again.stop()


def test_a_chain_that_began_without_it_is_not_given_it_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "fast.chain"
    Node.start(NodeConfig("fast", path, port=0)).stop()
    with pytest.raises(ChainFileError, match="without the development beacon"):
        Node.start(NodeConfig("fast", path, port=0, beacon=True))
    again = Node.start(NodeConfig("fast", path, port=0))
    assert not again.chain.has_beacon
    again.stop()
    fresh = Node.start(NodeConfig("fast", path, port=0, fresh=True, beacon=True))
    assert fresh.chain.has_beacon
    fresh.stop()


@pytest.mark.parametrize("first", [True, False])
def test_a_file_of_a_spec_file_remembers_it(first: bool, tmp_path: Path) -> None:
    spec, path = tmp_path / "mine.json", tmp_path / "mine.chain"
    document = json.loads(chains.load("fast").text)
    document["id"] = document["btsdk"]["chain"] = "mine"
    spec.write_text(json.dumps(document, indent=1))
    begun = Node.start(NodeConfig(str(spec), path, port=0, beacon=first))
    genesis = begun.chain.genesis_hash
    begun.stop()
    again = Node.start(NodeConfig(str(spec), path, port=0))
    assert again.chain.has_beacon is first
    assert again.chain.genesis_hash == genesis
    again.stop()
    if first:
        Node.start(NodeConfig(str(spec), path, port=0, beacon=True)).stop()
    else:
        with pytest.raises(ChainFileError, match="'mine' without the development beacon"):
            Node.start(NodeConfig(str(spec), path, port=0, beacon=True))
    # Any other change of the spec is another chain.
    document["genesis"]["runtimeGenesis"]["patch"]["sudo"] = {"key": None}
    spec.write_text(json.dumps(document))
    with pytest.raises(ChainFileError, match="another version of"):
        Node.start(NodeConfig(str(spec), path, port=0))


def test_a_dev_chain_of_an_early_release_has_no_beacon(tmp_path: Path) -> None:
    """`dev` had none at first; such a file is opened, and not with a beacon that it cannot have."""
    path = tmp_path / "dev.chain"
    document = json.loads(chains.load("dev").text)
    document["genesis"]["runtimeGenesis"]["patch"].pop("drand")
    OpenChain(lock_chain_file(path), chains.parse(json.dumps(document), "an early release")).close()
    node = Node.start(NodeConfig("dev", path, port=0))
    assert not node.chain.has_beacon
    node.stop()
    with pytest.raises(ChainFileError, match="without the development beacon"):
        Node.start(NodeConfig("dev", path, port=0, beacon=True))


def test_a_chain_file_that_no_node_has_open_gets_no_pulses(tmp_path: Path) -> None:
    path = tmp_path / "dev.chain"
    with Client("local", transport=lambda: connect(path), cache=False) as client:
        [warning] = prepare(client).preview.warnings
    assert "run a node" in warning


def test_a_compiled_runtime_has_its_own_beacon(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime.wasm"
    runtime.write_bytes(b"")
    with pytest.raises(UsageError, match="--beacon needs the bundled runtime"):
        Node.start(NodeConfig("fast", tmp_path / "c", port=0, runtime=runtime, beacon=True))


def test_a_spec_is_taken_as_it_is_unless_told_otherwise() -> None:
    fast: ChainSpec = chains.load("fast")
    with LocalChain(fast) as plain, LocalChain("fast", beacon=False) as named:
        assert plain.chain.genesis_hash == named.chain.genesis_hash
        assert not plain.chain.has_beacon
        with LocalChain(fast, beacon=True) as signing, LocalChain("fast") as same:
            assert signing.chain.genesis_hash == same.chain.genesis_hash
            assert signing.chain.genesis_hash != plain.chain.genesis_hash
