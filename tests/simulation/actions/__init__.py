"""What the accounts of the simulation do: one function an action, each a signer and a call.

An action looks at the state so that most of what it asks for is possible, and does not mind when it
is not; None where there is nothing to be done.

    money, stakes, neurons, subnets, others    the actions
    choices                                    whom they concern, and how much
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from local_node.runtime.frame import Context
from tests.simulation.actions import money, neurons, others, stakes, subnets
from tests.simulation.actions.choices import Choices, Signed

_DRAWN: tuple[tuple[int, Callable[[Choices], Signed | None]], ...] = (
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
    (4, stakes.claim),
    (7, neurons.register),
    (2, neurons.register_on_root),
    (4, neurons.prove_work),
    (14, neurons.weights),
    (4, neurons.children),
    (4, neurons.take),
    (2, neurons.auto_stake),
    (2, subnets.swap_hotkey),
    (1, subnets.swap_coldkey),
    (1, subnets.create_subnet),
    (3, subnets.start_subnet),
    (1, subnets.dissolve_subnet),
    (6, subnets.hyperparameter),
    (4, others.proxy),
    (3, others.batch),
    (4, others.crowdloan),
    (3, others.commitment),
)
_WEIGHTS = [weight for weight, _ in _DRAWN]
_ACTIONS = [action for _, action in _DRAWN]


def draw(ctx: Context, chance: Random, count: int) -> list[Signed]:
    """The next actions on a state, by different signers."""
    on = Choices(ctx, chance)
    drawn: dict[bytes, Signed] = {}
    while len(drawn) < count:
        action = chance.choices(_ACTIONS, _WEIGHTS)[0]
        found = action(on)
        if found is not None:
            drawn.setdefault(found[0].public_key, found)
    return list(drawn.values())
