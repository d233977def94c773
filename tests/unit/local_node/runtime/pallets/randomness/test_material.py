from __future__ import annotations

from chain_spec.pallets import randomness, system
from local_node.runtime.pallets.randomness.material import on_initialize
from tests.unit.local_node.runtime.support import Node, fresh_context


def test_the_last_81_hashes_in_a_ring() -> None:
    ctx = fresh_context()
    for number in range(1, 84):
        ctx.set(system.storage.Number, number)
        ctx.set(system.storage.ParentHash, number.to_bytes(32, "big"))
        assert on_initialize(ctx).ref_time == 125_000_000
    material = ctx.get(randomness.storage.RandomMaterial)
    assert [int.from_bytes(entry, "big") for entry in material] == [82, 83, *range(3, 82)]


def test_each_block_leaves_its_parents_hash() -> None:
    node = Node()
    parents = []
    for _ in range(3):
        parents.append(node.best[1])
        node.block()
    assert node.context().get(randomness.storage.RandomMaterial) == parents
