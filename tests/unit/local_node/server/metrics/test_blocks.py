"""What is counted of blocks: transactions apart from inherents, and a rate that forgets."""

from __future__ import annotations

from local_node.embedded.local_chain import LocalChain
from local_node.server.metrics.blocks import RATE_S, BlockMetrics, signed_count
from tests.unit.local_node.dev.signing import ALICE, ZOE, signed, transfer

TAO = 10**9


class Watchmaker:
    """A clock in somebody's hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def numbers(blocks: BlockMetrics) -> dict[str, float]:
    return {
        family.name + sample.suffix + sample.labels.get("le", ""): sample.value
        for family in blocks.families()
        for sample in family.samples
    }


def test_blocks_are_counted(local: LocalChain) -> None:
    clock = Watchmaker()
    blocks = BlockMetrics(clock)
    local.chain.listen(blocks.hear)
    control, chain = local.control, local.chain
    local.advance(2)
    clock.now += 5
    good = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    chain.author_block([good])
    bad = signed(control, ALICE, transfer(control, ZOE.public_key, 10**18))
    chain.author_block([bad])
    block = chain.block(chain.best.hash)
    assert block is not None
    assert signed_count(block) == 1
    found = numbers(blocks)
    assert found["btsdk_blocks_total"] == 4
    assert found["btsdk_extrinsics_failed_total"] == 1
    assert found["substrate_proposer_number_of_transactions"] == len(block.extrinsics)
    assert found["btsdk_extrinsics_total"] == 2 + 4 * (len(block.extrinsics) - 1)
    assert found["substrate_proposer_block_constructed_count"] == 4
    assert found["substrate_proposer_block_constructed_bucket+Inf"] == 4
    assert found["substrate_proposer_block_constructed_sum"] > 0


def test_the_rate_is_of_late(local: LocalChain) -> None:
    clock = Watchmaker()
    blocks = BlockMetrics(clock)
    local.chain.listen(blocks.hear)
    control = local.control
    assert (blocks.rate, blocks.age_s) == (0, 0)
    extrinsic = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    local.chain.author_block([extrinsic])
    assert blocks.rate == 1.0, "over a second, at least"
    clock.now += RATE_S / 2
    assert blocks.rate == 1 / (RATE_S / 2)
    assert blocks.age_s == RATE_S / 2
    clock.now += RATE_S
    assert blocks.rate == 0


def test_a_block_of_somebody_else_fails_nothing(local: LocalChain) -> None:
    local.advance(1)
    block = local.chain.block(local.chain.best.hash)
    assert block is not None
    with LocalChain() as other:
        blocks = BlockMetrics()
        other.chain.listen(blocks.hear)
        other.chain.import_block(block)
        found = numbers(blocks)
    assert found["btsdk_blocks_total"] == 1
    assert found["btsdk_extrinsics_failed_total"] == 0
    assert found["substrate_proposer_block_constructed_count"] == 1
