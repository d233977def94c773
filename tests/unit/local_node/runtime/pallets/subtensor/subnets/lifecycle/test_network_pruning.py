"""Which subnet gives way to a new one."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_pruning import network_to_prune
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to


class TestWhoIsPruned:
    def networks(self, prices: dict[int, tuple[int, int]]) -> Context:
        """A chain of subnets with these moving prices (TAO) and registration blocks."""
        ctx = dev_context()
        for netuid, (price, block) in prices.items():
            ctx.put(storage.NetworksAdded, netuid, True)
            ctx.put(storage.SubnetMechanism, netuid, 1)
            ctx.put(storage.SubnetMovingPrice, netuid, price << 32)
            ctx.put(storage.NetworkRegisteredAt, netuid, block)
        go_to(ctx, ctx.get(storage.NetworkImmunityPeriod) + 10)
        return ctx

    def test_the_cheapest_of_the_mature_then_the_oldest_then_the_first(self) -> None:
        # prune_selection_complex_state_exhaustive
        mature = {1: (25, 0), 2: (25, 0), 3: (100, 1)}
        young = {5: (0, 10_000_000), 6: (0, 10_000_000)}
        assert network_to_prune(self.networks({**mature, 4: (1, 2), **young})) == 4
        assert network_to_prune(self.networks({**mature, 4: (25, 2), **young})) == 1
        assert network_to_prune(self.networks({**mature, 1: (26, 0), 3: (25, 1), 4: (25, 2)})) == 2

    def test_nobody_while_all_are_young(self) -> None:
        assert network_to_prune(self.networks({1: (1, 10_000_000)})) is None
