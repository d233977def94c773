"""What the accounts of the simulation do: one function an action, each a signer and a call.

An action looks at the state so that most of what it asks for is possible, and does not mind when it
is not; None where there is nothing to be done.

    money, stakes, neurons, weights, serving, subnets,
    announcements, loans, proxies, others               the actions
    choices                                             whom they concern, and how much
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from local_node.runtime.frame import Context
from tests.simulation.actions import (
    announcements,
    loans,
    money,
    neurons,
    others,
    proxies,
    serving,
    stakes,
    subnets,
    weights,
)
from tests.simulation.actions.choices import Choices, Signed

ACTIONS: tuple[tuple[int, Callable[[Choices], Signed | None]], ...] = (
    (6, money.transfer),
    (1, money.empty_account),
    (1, money.burn),
    (1, money.faucet),
    (12, stakes.add_stake),
    (8, stakes.remove_stake),
    (1, stakes.unstake_all),
    (8, stakes.move_stake),
    (2, stakes.destroy_alpha),
    (1, stakes.buy_and_burn),
    (2, stakes.lock),
    (2, stakes.move_lock),
    (4, stakes.claim),
    (7, neurons.register),
    (2, neurons.register_on_root),
    (4, neurons.prove_work),
    (14, weights.weights),
    (8, weights.reveal),
    (4, neurons.children),
    (4, neurons.take),
    (2, neurons.auto_stake),
    (2, subnets.swap_hotkey),
    (1, subnets.swap_coldkey),
    (1, subnets.create_subnet),
    (3, subnets.start_subnet),
    (1, subnets.dissolve_subnet),
    (6, subnets.hyperparameter),
    (1, announcements.shorten_delays),
    (4, announcements.announced_swap),
    (8, loans.crowdloan),
    (3, loans.lease),
    (6, proxies.proxy),
    (2, proxies.pure),
    (3, others.batch),
    (3, serving.commitment),
    (3, serving.serve),
)
_WEIGHTS = [weight for weight, _ in ACTIONS]
_DRAWN = [action for _, action in ACTIONS]


def draw(ctx: Context, chance: Random, count: int) -> list[Signed]:
    """The next actions on a state, by different signers."""
    on = Choices(ctx, chance)
    drawn: dict[bytes, Signed] = {}
    while len(drawn) < count:
        action = chance.choices(_DRAWN, _WEIGHTS)[0]
        found = action(on)
        if found is not None:
            drawn.setdefault(found[0].public_key, found)
    return list(drawn.values())
