"""The database accesses that a hotkey swap counts on its way: the weight that it reports.

Swaps are declared at their worst and charged by what they moved. Invariant: what is counted are the
accesses that the chain writes down, not those that it makes.
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
        """Count some more."""
        self.reads += reads
        self.writes += writes

    @property
    def weight(self) -> Weight:
        """All of them together."""
        return db(self.reads, self.writes)
