from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import signed
from local_node.runtime.frame.weight import Weight
from tests.unit.local_node.runtime.pallets.subtensor.key_swap.hotkeys import (
    COLDKEY,
    NEW,
    OLD,
    busy_hotkey,
)


@pytest.fixture
def ctx() -> Context:
    return busy_hotkey()


def weight_of(ctx: Context, netuid: int | None) -> Weight | None:
    """What a swap of the old hotkey for the new one reports."""
    args = {"hotkey": OLD, "new_hotkey": NEW, "netuid": netuid}
    return ctx.dispatch(("SubtensorModule", ("swap_hotkey", args)), signed(COLDKEY)).weight


def test_a_swap_on_one_subnet_weighs_what_it_counted(ctx: Context) -> None:
    """Added up from `swap_on_subnet` and what it calls (`swap/swap_hotkey.rs`, `lock.rs`,
    `set_children.rs`): 7 + 3 for the checks, 8 + 3 for cost and owner, 5 + 0 for the locks;
    membership 1 + 2, uid 1 + 3, relations 3 + 3, the owner's hotkey 1 + 0, dividends 6 + 6, three
    shares 3 + 3, two stakers 6 + 4; 0 + 2 at the end.
    """
    assert weight_of(ctx, 1) == Weight(41 * 25_000_000 + 29 * 100_000_000, 0)


def test_a_swap_everywhere_weighs_what_it_counted(ctx: Context) -> None:
    """As above: 7 + 3; three subnets 7 + 0, two of them affected 2 + 0; cost 3 + 2; three shares
    3 + 0; locks 15 + 6, since the old hotkey is an owner's; owner 2 + 2. Root: 1 + 2, relations
    3 + 3, its owner's hotkey 1 + 0, dividends 6 + 6, shares 3 + 3, claims 3 + 2. Subnet 1: 1 + 2,
    1 + 3, 3 + 3, 1 + 0, 6 + 6, 3 + 3, 6 + 4. Subnet 2, where one share is left: 1 + 2, 1 + 3,
    3 + 3, 1 + 1, 6 + 6, 1 + 1, 3 + 2. Limits 3 + 6, take 2 + 2, stakers 3 + 2; 0 + 3 at the end.
    """
    assert weight_of(ctx, None) == Weight(101 * 25_000_000 + 81 * 100_000_000, 0)
