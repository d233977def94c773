from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HOTKEY,
    OTHER,
)


class TestRoot:
    def test_anybody_sits_down_while_there_is_room(self, ctx: Context) -> None:
        call(ctx, COLDKEY, "root_register", hotkey=HOTKEY)
        assert ctx.get(storage.Uids, (0, HOTKEY)) == 0
        assert ctx.get(storage.Delegates, HOTKEY) == 11_796
        with refused(errors.TooManyRegistrationsThisBlock):
            call(ctx, COLDKEY, "root_register", hotkey=OTHER)

    def test_a_full_network_changes_its_smallest_stake_for_a_greater(self, ctx: Context) -> None:
        ctx.put(storage.MaxAllowedUids, 0, 2)
        ctx.put(storage.MaxRegistrationsPerBlock, 0, 9)
        ctx.put(storage.TargetRegistrationsPerInterval, 0, 9)
        for number, stake in ((21, 30), (22, 20)):
            call(ctx, COLDKEY, "root_register", hotkey=key(number))
            increase_stake(ctx, key(number), COLDKEY, 0, stake)
        increase_stake(ctx, key(23), COLDKEY, 0, 20)
        with refused(errors.StakeTooLowForRoot):
            call(ctx, COLDKEY, "root_register", hotkey=key(23))
        increase_stake(ctx, key(23), COLDKEY, 0, 1)
        call(ctx, COLDKEY, "root_register", hotkey=key(23))
        assert ctx.get(storage.Keys, (0, 1)) == key(23)

    def test_a_network_without_seats_has_nobody_to_replace(self, ctx: Context) -> None:
        """`do_root_register` (`coinbase/root.rs`) asks for the hotkey of uid 0, which is none's."""
        ctx.put(storage.MaxAllowedUids, 0, 0)
        with refused(errors.HotKeyNotRegisteredInSubNet):
            call(ctx, COLDKEY, "root_register", hotkey=HOTKEY)
