"""How a subnet ends."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, refused, rich
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import (
    HOTKEY,
    OTHER,
    OWNER,
)
from tests.unit.local_node.runtime.support import decoded_events


class TestEnd:
    def test_root_alone_dissolves_and_nothing_of_the_subnet_stays(self, ctx: Context) -> None:
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        call(ctx, OWNER, "start_call", netuid=2)
        rich(ctx, OTHER)
        call(ctx, OTHER, "add_stake", hotkey=HOTKEY, netuid=2, amount_staked=50 * TAO)
        with refused("BadOrigin"):
            call(ctx, OWNER, "dissolve_network", coldkey=OWNER, netuid=2)
        call(ctx, root, "dissolve_network", coldkey=OWNER, netuid=2)

        assert not ctx.contains(storage.NetworksAdded, 2)
        assert ctx.get(storage.TotalNetworks) == 2
        assert not list(ctx.iter(storage.Keys, 2))
        assert not list(ctx.iter(storage.Uids, 2))
        assert not ctx.contains(storage.IsNetworkMember, (HOTKEY, 2))
        assert not ctx.contains(storage.TotalHotkeyAlpha, (HOTKEY, 2))
        assert ctx.get(storage.SubnetTAO, 2) == ctx.get(storage.SubnetAlphaIn, 2) == 0
        assert ctx.get(storage.RegisteredSubnetCounter, 2) == 1
        assert decoded_events(ctx)[-1] == ("SubtensorModule", "NetworkRemoved", 2)

    def test_root_and_missing_subnets_cannot_end(self, ctx: Context) -> None:
        for netuid in (0, 9):
            with refused(errors.SubnetNotExists):
                call(ctx, root, "root_dissolve_network", netuid=netuid)

    def test_the_number_is_free_again(self, ctx: Context) -> None:
        call(ctx, root, "root_dissolve_network", netuid=1)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert ctx.get(storage.SubnetOwner, 1) == OWNER
        assert ctx.get(storage.TokenSymbol, 1) == "α".encode()
