"""What tests ask of a chain in their own process: `python -m benchmarks.control`.

A fresh chain after the first, and a scaffold of three staked and weighted subnets of 64 neurons;
the wall's time in one run.
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
    """One more chain where there was one before."""
    LocalChain().close()
    taken = [timed(lambda: LocalChain().close()) for _ in range(TURNS)]
    return Figure("a fresh chain after the first", statistics.median(taken), 0.02)


def scaffold() -> Figure:
    """From the text to the chain that it describes."""
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
