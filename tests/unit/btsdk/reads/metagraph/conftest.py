"""A chain with a subnet of two mechanisms, whose epoch has run, and metagraphs of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client, Keypair
from btsdk.calls import commitments, subtensor
from btsdk.reads.metagraph import Metagraph
from local_node import LocalChain
from local_node.dev.scaffold import Scaffold, read_scaffold

NETUID = 2
OWNER = Keypair.from_uri("//Owner")
MINER = Keypair.from_uri("//Miner0")

SCAFFOLD = """
[[accounts]]
name = "owner"
secret = "//Owner"
balance = "10000"

[[accounts]]
name = "miner"
secret = "//Miner0//hot"
balance = "10"

[[subnets]]
owner = "owner"
hotkey = "//Owner//hot"
[subnets.settings]
Tempo = 10
CommitRevealWeightsEnabled = false
WeightsSetRateLimit = 0
MechanismCountCurrent = 2

[[subnets.neurons]]
count = 3
coldkey = "//Validator{n}"
hotkey = "//Validator{n}//hot"
stake = "20"
weights = { 4 = 1, 5 = 3 }

[[subnets.neurons]]
count = 2
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
"""


def scaffold() -> Scaffold:
    return read_scaffold(SCAFFOLD, "the test's scaffold")


@pytest.fixture(scope="package")
def subnet() -> Iterator[LocalChain]:
    """The chain; its tests only read."""
    with LocalChain(scaffold=scaffold()) as chain:
        furnish(chain.client)
        chain.advance_to_epoch(NETUID)
        yield chain


def furnish(client: Client) -> None:
    """An identity, an axon and a commitment of the first miner; weights of a second mechanism."""
    hotkey = Keypair.from_uri("//Miner0//hot")
    identity = subtensor.SetIdentity(
        name_="Mïner", url="https://miner.example", github_repo="", image="", discord="",
        description="", additional="",
    )  # fmt: skip
    client.execute(identity, MINER)
    axon = subtensor.ServeAxon(
        netuid=NETUID, version=7, ip=0x01020304, port=8091, ip_type=4, protocol=4,
        placeholder1=0, placeholder2=0,
    )  # fmt: skip
    client.execute(axon, hotkey)
    content = {"fields": [("Raw5", b"hello"), ("Raw3", b"\xff\x00!")]}
    client.execute(commitments.SetCommitment(netuid=NETUID, info=content), hotkey)
    validator = Keypair.from_uri("//Validator0//hot")
    weights = subtensor.SetMechanismWeights(
        netuid=NETUID, mecid=1, dests=[5], weights=[65_535], version_key=0
    )
    client.execute(weights, validator)


@pytest.fixture(scope="package")
def graph(subnet: LocalChain) -> Metagraph:
    """The whole metagraph of the first mechanism."""
    return subnet.client.head().metagraph(NETUID, weights=True, bonds=True)
