"""States that stay what they were."""

from __future__ import annotations

from local_node.chain.chain import Chain
from tests.unit.local_node.chain.counter import add, read_u32
from tests.unit.local_node.state import reference


def test_views_stay_what_they_were(chain: Chain) -> None:
    before = chain.state()
    for nonce in range(3):
        chain.submit(add(1, nonce, 1))
    assert read_u32(before.get(b"sum")) == 0
    assert before.keys(b"nonce ") == []
    assert chain.state().keys(b"nonce ") == [b"nonce \x01"]
    assert before.block.number == 0
    middle = chain.state(chain.hash_at(2))
    proof = middle.proof([b"sum", b"absent"])
    assert reference.prove(middle.root, proof, b"sum") == b"\x02\x00\x00\x00"
    assert reference.prove(middle.root, proof, b"absent") is None
