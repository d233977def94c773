"""The retention of a chain file: how many states are kept, and how far finality lags.

Both can be set at each start of a node, and stay in the file.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from btsdk.errors import UsageError
from local_node.chain.chain import Chain

ALL: Final = "all"

States = int | Literal["all"]
"""The number of newest states to keep, or all."""


class Retention(NamedTuple):
    """The requested settings; None leaves the file's."""

    states: States | None = None
    finality_lag: int | None = None

    def apply(self, chain: Chain) -> str | None:
        """Apply the settings; returns a message about the effect if other states are kept than
        before.

        Raises `UsageError` for invalid numbers.
        """
        with chain.held():
            if self.finality_lag is not None:
                chain.set_finality_lag(self.finality_lag)
            return None if self.states is None else _keep(chain, self.states)


def _keep(chain: Chain, states: States) -> str | None:
    keep = None if states == ALL else states
    if keep is not None and (type(keep) is not int or keep < 1):
        raise UsageError(
            f"the states to keep must be a number of at least 1, or {ALL!r}; not {keep!r}"
        )
    before = chain.store.keep
    if keep == before:
        return None
    if chain.store.origin is not None:
        raise UsageError(
            "a fork keeps every state, since all of them depend on its base",
            hint="Omit --keep-states.",
        )
    chain.store.set_keep(keep, chain.finalized.number)
    if keep is None:
        return "Every state is kept from now on; pruned states are not restored."
    kept = f"From now on the newest {keep:,} states are kept"
    if before is None:
        return f"{kept}, and older ones were pruned; the file does not shrink."
    return f"{kept}; until now it was {before:,}."
