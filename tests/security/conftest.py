"""An honest node with something to lose on it, and what shows that nothing was lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from btsdk import AddStake, Client, Keypair, RecycleRegister, Tao
from btsdk.networks import NETWORKS, Network
from btsdk.wallet import Wallet
from local_node.process.node import Node, NodeConfig

ALICE = Keypair.from_uri("//Alice")
HOTKEY = Keypair.from_uri("//Alice//hot")


@dataclass
class Honest:
    """A node that tells the truth, with Alice's stake on its subnet 1."""

    endpoint: str
    genesis: str
    chain_file: Path
    client: Client
    wallets: Path

    def nonce(self) -> int:
        """How many transactions of Alice's the chain has taken."""
        return self.client.next_nonce(ALICE.ss58_address)

    def stake(self) -> int:
        head = self.client.head()
        return head.stake(ALICE.ss58_address, HOTKEY.ss58_address, 1).rao

    def call_of(self, nonce: int) -> tuple[str, str]:
        """The call of Alice's transaction with this nonce, as the chain itself decodes it."""
        from btsdk.extrinsic import Extrinsic

        head = self.client.head()
        for number in range(head.number, 0, -1):
            block = self.client.call("chain_getBlock", self.client.at(number).hash)
            for text in block["block"]["extrinsics"]:
                found = Extrinsic.decode(bytes.fromhex(text[2:]), head.metadata)
                if found.signer == ALICE.public_key and found.extra["CheckNonce"] == nonce:
                    return found.call.pallet, found.call.name
        raise AssertionError(f"no transaction of Alice's has the nonce {nonce}")


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Honest]:
    folder = tmp_path_factory.mktemp("honest")
    wallet = Wallet("alice", path=folder / "wallets")
    wallet.regenerate_coldkey(ALICE, None)
    wallet.regenerate_hotkey(HOTKEY, None)
    node = Node.start(NodeConfig(chain="dev", chain_file=folder / "dev.chain", port=0))
    try:
        with Client(node.endpoint, cache=folder / "cache") as client:
            client.execute(RecycleRegister(1, HOTKEY.ss58_address), ALICE)
            client.execute(AddStake(HOTKEY.ss58_address, 1, Tao.parse("50")), ALICE)
            genesis = client.genesis_hash()
            yield Honest(node.endpoint, genesis, folder / "dev.chain", client, folder / "wallets")
    finally:
        node.stop()


@pytest.fixture
def known(honest: Honest, monkeypatch: pytest.MonkeyPatch) -> Network:
    """The honest chain as a known network: any endpoint with its genesis is held to its rules."""
    network = Network("finney", (honest.endpoint,), honest.genesis)
    monkeypatch.setitem(NETWORKS, "finney", network)
    monkeypatch.delitem(NETWORKS, "archive")
    return network
