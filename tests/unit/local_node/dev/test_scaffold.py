"""Scaffolds: from a small file to subnets with neurons, stakes and weights."""

from __future__ import annotations

import pytest

from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.scaffolded import TEXT


def test_a_second_chain_of_a_scaffold_is_a_copy(built: LocalChain) -> None:
    with LocalChain(scaffold=read_scaffold(TEXT)) as other:
        assert other.chain.best == built.chain.best
        other.advance()
        assert other.chain.best != built.chain.best


@pytest.mark.slow
def test_three_subnets_of_64() -> None:
    subnet = """
[[subnets]]
owner = "//Alice"
[[subnets.neurons]]
count = 63
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//{subnet}"
stake = "10"
weights = "equal"
"""
    with LocalChain(scaffold=read_scaffold(subnet * 3)) as chain:
        assert [len(chain.client.head().neurons(netuid)) for netuid in (2, 3, 4)] == [64, 64, 64]
