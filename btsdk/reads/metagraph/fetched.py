"""What was fetched of a metagraph, by the chain's names, before anything is computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.reads.metagraph.matrix import Matrix


class Fetched:
    """The decoded fields of one mechanism's metagraph, and its matrices if they were fetched.

    `fetched` always has `block` and `num_uids`.
    """

    def __init__(
        self,
        netuid: int,
        mechanism: int,
        fetched: Mapping[str, Any],
        fetched_weights: Matrix | None = None,
        fetched_bonds: Matrix | None = None,
    ) -> None:
        self.netuid = netuid
        self.mechanism = mechanism
        self.fetched = fetched
        self.fetched_weights = fetched_weights
        self.fetched_bonds = fetched_bonds
        self.block: int = fetched["block"]
        self.size: int = fetched["num_uids"]

    @property
    def parts(self) -> tuple[int, int, Mapping[str, Any], Matrix | None, Matrix | None]:
        """The arguments of `__init__`."""
        own = self.netuid, self.mechanism, self.fetched
        return *own, self.fetched_weights, self.fetched_bonds

    def __eq__(self, other: object) -> bool:
        return self.parts == other.parts if isinstance(other, Fetched) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # its parts are dicts and lists
