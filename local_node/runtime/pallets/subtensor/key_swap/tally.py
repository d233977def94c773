"""The database accesses that a hotkey swap counts for the weight that it reports.

Swaps are declared with the maximum weight and charged by the state that they moved. Invariant: the
count is that of the chain's code, not of its actual accesses.
"""

from __future__ import annotations

from local_node.runtime.frame import Weight
from local_node.runtime.frame.weight import db


class Tally:
    """Reads and writes so far."""

    def __init__(self) -> None:
        self.reads = 0
        self.writes = 0

    def add(self, reads: int = 0, writes: int = 0) -> None:
        """Add reads and writes."""
        self.reads += reads
        self.writes += writes

    @property
    def weight(self) -> Weight:
        """The weight of all counted accesses."""
        return db(self.reads, self.writes)
