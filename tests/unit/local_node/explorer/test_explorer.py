"""The parts of an explorer: over one chain, and in agreement."""

from __future__ import annotations

from btsdk.keys import Keypair
from local_node import LocalChain
from local_node.explorer.explorer import Explorer

ALICE = Keypair.from_uri("//Alice").ss58_address


def test_its_parts_read_one_chain() -> None:
    with LocalChain() as chain:
        chain.advance(2)
        explorer = Explorer(chain.chain)
        name = "0x" + chain.chain.best.hash.hex()
        assert explorer.reader.chain is chain.chain
        assert explorer.search.find(name) == [{"kind": "block", "number": 2, "hash": name}]
        assert explorer.search.find(ALICE) == [{"kind": "account", "address": ALICE}]
        chain.advance()
        assert explorer.search.find("3")[0]["hash"] == "0x" + chain.chain.best.hash.hex()
