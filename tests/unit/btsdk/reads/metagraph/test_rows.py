"""One neuron of a metagraph."""

from __future__ import annotations

from btsdk import Alpha, Tao
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.rows import SOURCES, row


def test_a_row_before_the_first_epoch() -> None:
    info = {name: [] for name in SOURCES} | {"block": 1, "num_uids": 2}
    keys = [b"\1" * 32, b"\2" * 32]
    found = row(Metagraph(4, 0, info | {"hotkeys": keys, "coldkeys": keys, "rank": [7]}), 1)
    assert (found.uid, found.rank, found.active, found.axon) == (1, 0, False, None)
    assert (found.emission, found.tao_stake) == (Alpha.from_rao(0, 4), Tao.from_rao(0))
