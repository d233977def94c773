"""Numbered snapshots of a chain.

They last as long as the process that has the chain open. Restoring one keeps them all, even later
ones: their blocks stay on disk.
"""

from __future__ import annotations

import itertools

from btsdk.errors import UsageError
from local_node.chain.chain import Chain
from local_node.chain.snapshot import Snapshot


class Snapshots:
    """The snapshots of one chain."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._numbers = itertools.count(1)
        self._taken: dict[int, Snapshot] = {}

    def __len__(self) -> int:
        return len(self._taken)

    def take(self) -> int:
        """Take a snapshot; returns its number."""
        number = next(self._numbers)
        self._taken[number] = self._chain.snapshot()
        return number

    def revert(self, number: int) -> None:
        """Restore a snapshot, any number of times; raises `UsageError` for an unknown number."""
        snapshot = self._taken.get(number)
        if snapshot is None:
            raise UsageError(
                f"there is no snapshot {number}",
                hint="Snapshots last as long as the process that has the chain open.",
            )
        self._chain.revert(snapshot)

    def forget(self, number: int) -> None:
        """Delete a snapshot; its blocks stay on disk."""
        self._taken.pop(number, None)
