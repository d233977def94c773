"""Weights in each form that a subnet may ask for, on a running node with its own beacon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk import (
    Client,
    CommitWeights,
    CreateSubnet,
    DispatchError,
    Keypair,
    RawCall,
    RecycleRegister,
    SetWeights,
    Sudo,
    TransactionRefused,
)
from btsdk.events import subtensor as events
from btsdk.storage import drand, subtensor
from local_node.process.node import Node, NodeConfig

ALICE = Keypair.from_uri("//Alice")
OWNER = Keypair.from_uri("//Alice//hotkey")
NETUID = 2
UIDS = [0, 1, 2]


class Subnet:
    """A new subnet of a `dev` node, with three neurons; its owner sets weights."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def sudo(self, call: str, **arguments: Any) -> None:
        self.client.execute(Sudo(RawCall("AdminUtils", call, arguments)), ALICE)

    def advance(self, blocks: int = 1) -> None:
        self.client.call("dev_newBlock", {"count": blocks})

    def row(self, mechanism: int = 0) -> dict[int, int]:
        index = mechanism * 4_096 + NETUID
        return dict(self.client.head().storage(subtensor.Weights, index, 0))

    def read(self, item: Any) -> Any:
        return self.client.head().storage(item, NETUID)

    def epoch_begins(self) -> None:
        """Stand right behind an epoch, so that what follows is in the same one."""
        index = self.read(subtensor.SubnetEpochIndex)
        while self.read(subtensor.SubnetEpochIndex) == index:
            self.advance()


@pytest.fixture(scope="module")
def subnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Subnet]:
    folder: Path = tmp_path_factory.mktemp("weights")
    node = Node.start(NodeConfig(chain="dev", chain_file=folder / "chain.db", port=0))
    try:
        with Client(network=node.endpoint, cache=folder / "cache") as client:
            client.execute(CreateSubnet(OWNER.ss58_address), ALICE)
            for name in ("one", "two"):
                hotkey = Keypair.from_uri(f"//{name}").ss58_address
                client.execute(RecycleRegister(NETUID, hotkey), ALICE)
            found = Subnet(client)
            found.sudo("sudo_set_admin_freeze_window", window=0)
            found.sudo("sudo_set_weights_set_rate_limit", netuid=NETUID, weights_set_rate_limit=0)
            yield found
    finally:
        node.stop()


def test_in_the_open(subnet: Subnet) -> None:
    subnet.sudo("sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=False)
    plan = subnet.client.prepare(SetWeights(NETUID, UIDS, [0.2, 0.3, 0.5]), OWNER)
    assert "set_weights(" in plan.preview.call
    assert plan.preview.warnings == ()
    subnet.client.submit(plan)
    assert subnet.row() == {0: 26_214, 1: 39_321, 2: 65_535}
    strange = subnet.client.prepare(SetWeights(NETUID, [0, 3, 99], [1, 1, 1]), OWNER)
    assert strange.preview.warnings == ("no neuron of subnet 2 has this uid: 3, 99",)
    subnet.client.execute(SetWeights(NETUID, UIDS, [1, 0, 4]), OWNER)
    assert subnet.row() == {0: 16_384, 2: 65_535}


def test_by_a_salted_hash(subnet: Subnet) -> None:
    subnet.sudo("sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    subnet.sudo("sudo_set_tempo", netuid=NETUID, tempo=20)
    subnet.epoch_begins()
    before = subnet.row()
    commit = CommitWeights(NETUID, UIDS, [3, 2, 1])
    subnet.client.execute(commit, OWNER)
    reveal = commit.reveal()
    with pytest.raises((DispatchError, TransactionRefused)):
        subnet.client.execute(reveal, OWNER)  # its epoch has not come
    assert subnet.row() == before
    subnet.epoch_begins()
    wrong = CommitWeights(NETUID, UIDS, [3, 2, 1]).reveal()
    plan = subnet.client.prepare(wrong, OWNER)
    assert plan.preview.warnings == ("there is no current commitment to these weights",)
    receipt = subnet.client.execute(reveal, OWNER)
    [revealed] = receipt.find(events.WeightsRevealed)
    assert revealed is not None
    assert subnet.row() == {0: 65_535, 1: 43_690, 2: 21_845}


@pytest.mark.parametrize("period", [1, 2])
def test_sealed_to_the_beacon(subnet: Subnet, period: int) -> None:
    """Nobody sends anything more: the beacon's pulse comes, and the chain reveals the weights."""
    subnet.sudo("sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    subnet.sudo("sudo_set_commit_reveal_weights_interval", netuid=NETUID, interval=period)
    subnet.sudo("sudo_set_tempo", netuid=NETUID, tempo=40)
    subnet.epoch_begins()
    weights = [1, 2 * period, 8]
    plan = subnet.client.prepare(SetWeights(NETUID, UIDS, weights), OWNER)
    assert "commit_timelocked_weights(" in plan.preview.call
    assert plan.preview.warnings == ()
    before = subnet.row()
    receipt = subnet.client.submit(plan)
    [commit] = receipt.find(events.TimelockedWeightsCommitted)
    began = subnet.read(subtensor.SubnetEpochIndex)
    for _ in range(period * 40 + 45):
        if subnet.row() != before:
            break
        subnet.advance()
    assert subnet.row() == {0: 8_192, 1: 16_384 * period, 2: 65_535}
    assert subnet.read(subtensor.SubnetEpochIndex) >= began + period - 1
    assert subnet.client.head().storage(drand.Pulses, commit.reveal_round) is not None
