"""A metagraph of 256 neurons: `python -m benchmarks.metagraph`.

The best wall-clock time, in this process, of fetching it from a chain in memory, decoding it, and
computing all of its columns; and of the same with weights and bonds. NumPy is loaded before.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from btsdk.client import View
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.graph import ATTRIBUTES
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

TURNS = 10
NETUID = 2
AT_MOST = 0.06
"""The target in seconds, of a metagraph without weights and bonds."""

SCAFFOLD = """
[[subnets]]
owner = "//Alice"
hotkey = "//Alice//subnet"
settings = { Tempo = 20, MaxAllowedUids = 256 }

[[subnets.neurons]]
count = 64
coldkey = "//Validator{n}"
hotkey = "//Validator{n}//hot"
stake = "10"
weights = "equal"

[[subnets.neurons]]
count = 191
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
"""


def main() -> None:
    with LocalChain(scaffold=read_scaffold(SCAFFOLD, "the benchmark's scaffold")) as chain:
        chain.advance_to_epoch(NETUID)
        view = chain.client.head()
        _report("fetched, all columns computed", _whole, view, AT_MOST)
        _report("hotkeys and incentive only", _part, view, None)
        _report("with weights and bonds as matrices", _matrices, view, None)


def _report(name: str, work: Callable[[View], None], view: View, at_most: float | None) -> None:
    seconds = min(_measured(work, view) for _ in range(TURNS))
    print(json.dumps({"metagraph of 256": name, "seconds": round(seconds, 4), "at_most": at_most}))


def _measured(work: Callable[[View], None], view: View) -> float:
    begun = time.perf_counter()
    work(view)
    return time.perf_counter() - begun


def _compute(graph: Metagraph) -> None:
    assert len(graph) == 256
    for name in ATTRIBUTES:
        getattr(graph, name)


def _whole(view: View) -> None:
    _compute(view.metagraph(NETUID))


def _part(view: View) -> None:
    graph = view.metagraph(NETUID, fields=["hotkeys", "incentive"])
    assert len(graph.hotkeys) == len(graph.incentive) == 256


def _matrices(view: View) -> None:
    graph = view.metagraph(NETUID, weights=True, bonds=True)
    _compute(graph)
    assert graph.weights.dense().shape == graph.bonds.dense().shape == (256, 256)


if __name__ == "__main__":
    main()
