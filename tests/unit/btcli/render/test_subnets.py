"""What is told of a subnet, on a chain of its own."""

from __future__ import annotations

from btcli.render.subnets import score, subnet_facts
from btsdk import CreateSubnet, Keypair
from local_node.embedded.local_chain import LocalChain

ALICE = Keypair.from_uri("//Alice")


def test_a_subnet_that_had_no_epoch_says_so() -> None:
    with LocalChain() as chain:
        chain.client.execute(CreateSubnet(ALICE.ss58_address), ALICE)
        assert tempo(chain).endswith(" blocks, no epoch yet")
        chain.advance_to_epoch(2)
        assert tempo(chain).endswith(" since the last epoch")


def tempo(chain: LocalChain) -> str:
    at = chain.client.head()
    facts = subnet_facts(at.subnet(2), at.registration(2), at.metagraph(2))
    return dict(facts.rows)["tempo"]


def test_scores_are_fractions_of_one() -> None:
    assert [score(parts) for parts in (0, 32_768, 65_535)] == ["0.00000", "0.50001", "1.00000"]
