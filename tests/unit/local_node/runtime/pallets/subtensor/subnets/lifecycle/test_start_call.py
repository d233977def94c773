"""When a subnet may start."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import (
    HOTKEY,
    OTHER,
    OWNER,
)


class TestStart:
    def test_the_owner_starts_it_once_after_the_delay(self, ctx: Context) -> None:
        ctx.set(storage.StartCallDelay, 5)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        with refused(errors.SubnetNotExists):
            call(ctx, OWNER, "start_call", netuid=9)
        with refused("BadOrigin"):
            call(ctx, OTHER, "start_call", netuid=2)
        go_to(ctx, 5)
        with refused(errors.NeedWaitingMoreBlocksToStarCall):
            call(ctx, OWNER, "start_call", netuid=2)
        go_to(ctx, 6)
        call(ctx, OWNER, "start_call", netuid=2)
        assert ctx.get(storage.FirstEmissionBlockNumber, 2) == 7
        assert ctx.get(storage.SubtokenEnabled, 2) is True
        with refused(errors.FirstEmissionBlockNumberAlreadySet):
            call(ctx, OWNER, "start_call", netuid=2)
