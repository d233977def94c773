"""Owners, starts, and the subnet that is pruned next."""

from __future__ import annotations

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.errors import SubnetNotFound
from btsdk.ops import StartSubnet
from tests.unit.btsdk.ops.stage import HOTKEY, NETUID, OWNER, staged


def test_owner_and_start() -> None:
    with staged() as stage:
        owner = stage.head.subnet_owner(NETUID)
        assert (owner.coldkey, owner.hotkey) == (OWNER.ss58_address, HOTKEY.ss58_address)
        stage.sudo(calls.SudoSetStartCallDelay(delay=20))
        schedule = stage.head.start_schedule(NETUID)
        assert (schedule.delay, schedule.started) == (20, False)
        assert schedule.opens_at == schedule.registered_at + 20
        code = "SubtensorModule.NeedWaitingMoreBlocksToStarCall"
        stage.advance_to(schedule.opens_at - 1)
        stage.refuses(StartSubnet(NETUID), OWNER, code)
        done = stage.does(StartSubnet(NETUID), OWNER).block_number
        assert done == schedule.opens_at
        assert stage.head.start_schedule(NETUID).first_emission == done + 1


def test_who_is_pruned_next() -> None:
    with staged() as stage:
        assert stage.head.subnet_to_prune() is None
        stage.sudo(calls.SudoSetNetworkImmunityPeriod(immunity_period=0))
        stage.chain.advance(2)
        assert stage.head.subnet_to_prune() in (1, NETUID)


def test_no_subnet() -> None:
    with staged() as stage:
        for read in (stage.head.subnet_owner, stage.head.start_schedule, stage.head.mechanisms):
            with pytest.raises(SubnetNotFound):
                read(9)
