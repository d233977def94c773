"""One account makes subnet after subnet on every local chain, as on Subtensor's localnet.

The localnet is built with `pow-faucet`, and `DefaultNetworkRateLimit` is 0 there
(`pallets/subtensor/src/lib.rs`).
"""

from __future__ import annotations

import pytest

from btsdk import CreateSubnet
from btsdk.keys import Keypair
from chain_spec import chains
from local_node import LocalChain
from local_node.chain.modes import Instant


@pytest.mark.parametrize("name", chains.NAMES)
def test_an_account_creates_two_subnets_in_a_row(name: str) -> None:
    alice = Keypair.from_uri("//Alice")
    with LocalChain(name, mode=Instant()) as chain:
        before = len(chain.client.head().subnets())
        for hotkey in ("//Alice//first", "//Alice//second"):
            receipt = chain.client.execute(
                CreateSubnet(Keypair.from_uri(hotkey).ss58_address), alice
            )
            assert "NetworkAdded" in {event.name for event in receipt.events}
        assert len(chain.client.head().subnets()) == before + 2
