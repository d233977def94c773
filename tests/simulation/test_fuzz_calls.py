"""Random well-typed calls from random origins: no panic, and no trace of a failed call.

More than half of them are made for the state that they meet, so that pallets are reached and not
only their first checks; `python -m tests.simulation.test_fuzz_calls [CALLS] [SEED]` says how often
each kind of call succeeded, failed and was refused.
"""

from __future__ import annotations

import sys

import pytest

from chain_spec.runtime import Interface
from tests.simulation.episode import Episode, Tally, is_drawn
from tests.simulation.world import World, settled_world

CALLS_IN_AN_EPISODE = 500
"""After so many the state is fresh again: root's calls among them make it ever less likely that
anything succeeds."""

FILTERED = ("Contracts.", "EVM.", "Ethereum.", "LimitOrders.")
"""Pallets that are declared only."""
IMPOSSIBLE = {
    "AdminUtils.sudo_set_total_issuance": "deprecated",
    "SafeMode.enter": "no deposit is named",
    "SafeMode.extend": "no deposit is named",
    "SafeMode.force_release_deposit": "so there is none",
    "SafeMode.force_slash_deposit": "so there is none",
    "SafeMode.release_deposit": "so there is none",
    "SubtensorModule.schedule_swap_coldkey": "deprecated",
    "Sudo.sudo": "counts as the call inside",
    "Swap.add_liquidity": "users' liquidity is switched off",
    "Swap.disable_lp": "deprecated",
    "Swap.modify_position": "users' liquidity is switched off",
    "Swap.remove_liquidity": "users' liquidity is switched off",
    "Swap.toggle_user_liquidity": "deprecated",
    "System.apply_authorized_upgrade": "there is no code to set",
    "System.set_code": "there is no code to set",
    "Timestamp.set": "an inherent, and only one a block",
}
"""Calls that nobody can make succeed, and why."""


def drawable(interface: Interface) -> set[str]:
    """The kinds of calls that the fuzz draws."""
    return {
        f"{pallet.name}.{name}"
        for pallet in interface.pallets.values()
        for name in pallet.calls
        if is_drawn(name)
    }


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


def fuzz(world: World, seed: str, calls: int) -> Tally:
    total, episode = Tally(), 0
    while total.calls < calls and not total.wrong:
        left = min(CALLS_IN_AN_EPISODE, calls - total.calls)
        total.add(Episode(world, f"{seed}/{episode}").run(left))
        episode += 1
    return total


def test_random_calls_do_not_panic_and_leave_no_trace(world: World) -> None:
    tally = fuzz(world, "few", 400)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    assert tally.succeeded.total() > 80
    assert tally.failed.total() > 60


@pytest.mark.slow
def test_twenty_thousand_random_calls(world: World) -> None:
    tally = fuzz(world, "many", 20_000)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    possible = {name for name in drawable(world.interface) if _is_possible(name)}
    never = possible - set(tally.succeeded)
    assert len(never) < 0.1 * len(possible), f"never succeeded: {sorted(never)}"


def _is_possible(name: str) -> bool:
    return name not in IMPOSSIBLE and not name.startswith(FILTERED)


def main() -> None:
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "on demand"
    world = settled_world()
    tally = fuzz(world, seed, calls)
    print(f"{'kind of call':60} succeeded  failed  refused")
    for name in sorted(drawable(world.interface)):
        figures = (tally.succeeded[name], tally.failed[name], tally.refused[name])
        print(f"{name:60} {figures[0]:9} {figures[1]:7} {figures[2]:8}")
    never = sorted(
        name for name in drawable(world.interface) - set(tally.succeeded) if _is_possible(name)
    )
    print(f"\n{tally.calls} calls; {len(never)} kinds never succeeded: {', '.join(never)}")
    for wrong in tally.wrong:
        print(wrong)


if __name__ == "__main__":
    main()
