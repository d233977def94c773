"""Extrinsics in blocks that wait for finality: what those who follow them hear."""

from __future__ import annotations

from local_node.chain.events import Status
from local_node.chain.inclusions import MOST_BLOCKS, Inclusions


class Heard:
    def __init__(self) -> None:
        self.heard: list[tuple[bytes, Status]] = []
        self.inclusions = Inclusions(lambda name, status: self.heard.append((name, status)))

    def take(self) -> list[tuple[bytes, Status]]:
        heard, self.heard[:] = list(self.heard), []
        return heard


def test_a_block_that_becomes_final() -> None:
    bench = Heard()
    bench.inclusions.add(b"block", [(2, b"first"), (5, b"second")])
    assert bench.take() == [
        (b"first", Status("inBlock", b"block", 2)),
        (b"second", Status("inBlock", b"block", 5)),
    ]
    bench.inclusions.finalize(b"block")
    assert bench.take() == [
        (b"first", Status("finalized", b"block", 2)),
        (b"second", Status("finalized", b"block", 5)),
    ]
    bench.inclusions.finalize(b"block")
    assert bench.inclusions.retract(b"block") == []
    assert bench.take() == []


def test_a_block_that_is_left() -> None:
    bench = Heard()
    bench.inclusions.add(b"block", [(2, b"first")])
    bench.take()
    assert bench.inclusions.retract(b"block") == [b"first"]
    assert bench.take() == [(b"first", Status("retracted", b"block"))]
    bench.inclusions.finalize(b"block")
    assert bench.take() == []


def test_the_oldest_of_too_many_blocks_is_given_up() -> None:
    bench = Heard()
    blocks = [number.to_bytes(2, "big") for number in range(MOST_BLOCKS)]
    for block in blocks:
        bench.inclusions.add(block, [(1, b"of " + block)])
    bench.inclusions.add(b"empty", [])
    assert all(status.kind == "inBlock" for _, status in bench.take())
    bench.inclusions.add(b"one more", [(1, b"last")])
    assert bench.take()[1:] == [(b"of " + blocks[0], Status("finalityTimeout", blocks[0], 1))]
    bench.inclusions.finalize(blocks[0])
    assert bench.take() == []
