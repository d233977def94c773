"""Times of a chain in the process of a test: `python -m benchmarks.control`.

A fresh chain after the first, and a scaffold of three staked and weighted subnets of 64 neurons;
wall-clock time within one run.
"""

from __future__ import annotations

import statistics
import sys

from benchmarks.node import Figure, timed
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

TURNS = 7
SUBNETS = 3
SUBNET = """
[[subnets]]
owner = "//Alice"
[[subnets.neurons]]
count = 63
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//{subnet}"
stake = "10"
weights = "equal"
"""


def fresh_chain() -> Figure:
    """The time to open another fresh chain in a process."""
    LocalChain().close()
    taken = [timed(lambda: LocalChain().close()) for _ in range(TURNS)]
    return Figure("a fresh chain after the first", statistics.median(taken), 0.02)


def scaffold() -> Figure:
    """The time to build a chain from a scaffold's text."""
    text = SUBNET * SUBNETS
    taken = timed(lambda: LocalChain(scaffold=read_scaffold(text)).close())
    return Figure("scaffold of 3 subnets with 64 neurons each", taken, 10.0)


def main() -> int:
    found = [fresh_chain(), scaffold()]
    for figure in found:
        print(figure)
    return 0 if all(figure.is_reached for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
