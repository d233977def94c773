"""Trimming a subnet: who goes, and how the rest is renumbered."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    admin,
    dev_context,
    go_to,
    refused,
    subnet,
)


@pytest.fixture
def ctx() -> Context:
    """Six neurons out of immunity; uid 0 is the owner's, uids 2 and 4 emit least."""
    ctx = dev_context()
    subnet(ctx, 1, neurons=6)
    ctx.put(storage.MinAllowedUids, 1, 2)
    ctx.put(storage.ImmunityPeriod, 1, 10)
    ctx.put(storage.Emission, 1, [0, 50, 10, 40, 10, 30])
    ctx.put(storage.Consensus, 1, [0, 1, 2, 3, 4, 5])
    ctx.put(storage.LastUpdate, 1, [10, 11, 12, 13, 14, 15])
    ctx.put(storage.Tempo, 1, 0)
    go_to(ctx, 100)
    return ctx


def trim(ctx: Context, max_n: int) -> None:
    admin(ctx, root, "sudo_trim_to_max_allowed_uids", netuid=1, max_n=max_n)


def test_the_lowest_emitters_go_and_the_others_close_up(ctx: Context) -> None:
    before = subnet(ctx)
    ctx.put(storage.Weights, (1, 5), [(1, 7), (2, 8), (3, 9)])
    ctx.put(storage.Bonds, (1, 3), [(5, 4), (4, 1)])
    trim(ctx, 4)
    kept = [before[uid] for uid in (0, 1, 3, 5)]
    assert subnet(ctx) == kept
    assert [ctx.get(storage.Uids, (1, hotkey)) for hotkey in kept] == [0, 1, 2, 3]
    assert not ctx.contains(storage.Uids, (1, before[2]))
    assert not ctx.contains(storage.IsNetworkMember, (before[4], 1))
    assert ctx.get(storage.SubnetworkN, 1) == ctx.get(storage.MaxAllowedUids, 1) == 4
    assert ctx.get(storage.Emission, 1) == [0, 50, 40, 30]
    assert ctx.get(storage.Consensus, 1) == [0, 1, 3, 5]
    assert ctx.get(storage.LastUpdate, 1) == [10, 11, 13, 15]
    assert ctx.get(storage.Weights, (1, 3)) == [(1, 7), (2, 9)]
    assert ctx.get(storage.Bonds, (1, 2)) == [(3, 4)]


def test_of_equals_the_later_uid_goes(ctx: Context) -> None:
    before = subnet(ctx)
    trim(ctx, 5)
    assert subnet(ctx) == [before[uid] for uid in (0, 1, 2, 3, 5)]


def test_the_owner_stays_whatever_it_emits(ctx: Context) -> None:
    before = subnet(ctx)
    trim(ctx, 2)
    assert subnet(ctx) == [before[0], before[1]]


def test_too_many_immune_neurons_stop_it(ctx: Context) -> None:
    for uid in (1, 2, 3):
        ctx.put(storage.BlockAtRegistration, (1, uid), 95)
    with refused(errors.TrimmingWouldExceedMaxImmunePercentage):
        # The owner's and three more of five are 80 %.
        trim(ctx, 5)
    ctx.put(storage.BlockAtRegistration, (1, 3), 90)
    trim(ctx, 5)


def test_bounds(ctx: Context) -> None:
    with refused(errors.InvalidValue):
        trim(ctx, 1)
    with refused(errors.InvalidValue):
        trim(ctx, 257)
    ctx.put(storage.Tempo, 9, 0)
    with refused(errors.SubnetNotExists):
        admin(ctx, root, "sudo_trim_to_max_allowed_uids", netuid=9, max_n=5)
