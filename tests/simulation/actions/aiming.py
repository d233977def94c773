"""Calls for the fuzz that have a chance: what the simulation does, and what would spoil its books.

Beside the actions of `draw`: calls kept for later, councils, owners' settings and the chain's,
extrinsics sealed to an author.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from local_node.runtime.frame import Context
from tests.simulation.actions import (
    ACTIONS,
    chain_wide,
    councils,
    deferred,
    owners,
    proxies,
    sealed,
)
from tests.simulation.actions.choices import Choices, Signed

Action = Callable[[Choices], Signed | None]

_MORE: tuple[tuple[int, Action], ...] = (
    (8, deferred.preimage),
    (12, deferred.schedule),
    (8, deferred.multisig),
    (6, councils.members),
    (10, councils.motion),
    (10, owners.own_setting),
    (4, owners.chain_setting),
    (10, owners.own_call),
    (3, owners.evm_key),
    (3, owners.parents),
    (2, chain_wide.beacon),
    (6, chain_wide.leave_safe_mode),
    (2, chain_wide.unweighed_sudo),
    (2, proxies.kill_pure),
    (6, sealed.envelope),
)
_ALL = (*ACTIONS, *_MORE)
_WEIGHTS = [weight for weight, _ in _ALL]
_DRAWN = [action for _, action in _ALL]


def aim(ctx: Context, chance: Random) -> Signed:
    """A call that may well succeed on this state, and who signs it."""
    on = Choices(ctx, chance)
    while True:
        found = chance.choices(_DRAWN, _WEIGHTS)[0](on)
        if found is not None:
            return found
