"""What a chain file may be told at each start of a node, and keeps to from then on: how many states
stay, and how far finality is behind the best block.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from btsdk.errors import UsageError
from local_node.chain.chain import Chain

ALL: Final = "all"

States = int | Literal["all"]
"""So many of the newest states, or all of them."""


class Retention(NamedTuple):
    """What is wanted; None leaves it as the file has it."""

    states: States | None = None
    finality_lag: int | None = None

    def apply(self, chain: Chain) -> str | None:
        """Let the chain be so from now on; what that means where other states are kept than before.

        Raises `UsageError` for numbers that cannot be.
        """
        with chain.held():
            if self.finality_lag is not None:
                chain.set_finality_lag(self.finality_lag)
            return None if self.states is None else _keep(chain, self.states)


def _keep(chain: Chain, states: States) -> str | None:
    keep = None if states == ALL else states
    if keep is not None and (type(keep) is not int or keep < 1):
        raise UsageError(f"the states to keep are a number from 1 up, or {ALL!r}; not {keep!r}")
    before = chain.store.keep
    if keep == before:
        return None
    if chain.store.origin is not None:
        raise UsageError(
            "a fork keeps every state: all of them stand on the one that it began with",
            hint="Leave --keep-states away.",
        )
    chain.store.set_keep(keep, chain.finalized.number)
    if keep is None:
        return "Every state is kept from now on; those that are gone stay gone."
    kept = f"From now on the newest {keep:,} states are kept"
    if before is None:
        return f"{kept}, and older ones are gone; the file gets no smaller by it."
    return f"{kept}; until now it was {before:,}."
