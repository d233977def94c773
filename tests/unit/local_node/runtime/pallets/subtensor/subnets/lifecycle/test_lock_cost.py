"""What a subnet costs."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.lifecycle.lock_cost import network_lock_cost
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, go_to
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import HOTKEY, OWNER
from tests.unit.local_node.runtime.support import fresh_context


class TestLockCost:
    def test_starts_at_the_minimum_and_doubles(self, ctx: Context) -> None:
        assert network_lock_cost(ctx) == 100 * TAO
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert network_lock_cost(ctx) == 200 * TAO

    def test_a_thousand_on_the_localnet(self) -> None:
        assert network_lock_cost(fresh_context("fast")) == 1_000 * TAO

    def test_falls_by_the_last_lock_in_one_interval(self, ctx: Context) -> None:
        go_to(ctx, 10)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        interval = ctx.get(storage.NetworkLockReductionInterval)
        for elapsed in (1, interval // 2, interval):
            go_to(ctx, 10 + elapsed)
            fall = 100 * TAO // interval * elapsed
            assert network_lock_cost(ctx) == max(200 * TAO - fall, 100 * TAO)
        go_to(ctx, 10 + 3 * interval)
        assert network_lock_cost(ctx) == 100 * TAO

    def test_halved_emission_halves_the_interval(self, ctx: Context) -> None:
        go_to(ctx, 10)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        ctx.set(storage.TotalIssuance, 10_500_000 * TAO)
        interval = ctx.get(storage.NetworkLockReductionInterval) // 2
        go_to(ctx, 10 + 100)
        assert network_lock_cost(ctx) == 200 * TAO - 100 * TAO // interval * 100
