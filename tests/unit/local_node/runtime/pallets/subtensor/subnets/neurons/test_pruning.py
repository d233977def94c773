"""Who gives way on a full subnet."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    refused,
    rich,
    subnet,
)
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HOTKEY,
    OTHER,
)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, COLDKEY)
    rich(ctx, OTHER)
    return ctx


class TestReplacing:
    @pytest.fixture
    def full(self, ctx: Context) -> Context:
        """Subnet 1 full with four neurons, none of them immune, and nobody immortal but uid 0."""
        subnet(ctx, 1, neurons=4)
        ctx.put(storage.MaxAllowedUids, 1, 4)
        ctx.put(storage.MinNonImmuneUids, 1, 0)
        ctx.put(storage.ImmunityPeriod, 1, 10)
        ctx.put(storage.Emission, 1, [0, 30, 20, 40])
        go_to(ctx, 100)
        return ctx

    def test_the_lowest_emission_gives_way_and_loses_everything(self, full: Context) -> None:
        old = full.get(storage.Keys, (1, 2))
        full.put(storage.Consensus, 1, [1, 2, 3, 4])
        full.put(storage.Incentive, 1, [1, 2, 3, 4])
        full.put(storage.Weights, (1, 2), [(0, 5)])
        full.put(storage.Weights, (1, 1), [(2, 7), (3, 8)])
        full.put(storage.Bonds, (1, 2), [(0, 5)])
        full.put(
            storage.Prometheus,
            (1, old),
            {"block": 1, "version": 1, "ip": 1, "port": 1, "ip_type": 4},
        )

        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)

        assert full.get(storage.Uids, (1, HOTKEY)) == 2
        assert full.get(storage.SubnetworkN, 1) == 4
        assert not full.contains(storage.Uids, (1, old))
        assert not full.contains(storage.IsNetworkMember, (old, 1))
        assert not full.contains(storage.Prometheus, (1, old))
        assert full.get(storage.Emission, 1) == [0, 30, 0, 40]
        assert full.get(storage.Consensus, 1) == [1, 2, 0, 4]
        assert full.get(storage.Incentive, 1) == [1, 2, 0, 4]
        assert full.get(storage.Weights, (1, 2)) == []
        assert full.get(storage.Bonds, (1, 2)) == []
        assert full.get(storage.Weights, (1, 1)) == [(2, 0), (3, 8)]
        assert full.get(storage.BlockAtRegistration, (1, 2)) == 100
        assert full.get(storage.LastUpdate, 1)[2] == 100

    def test_an_immune_one_goes_only_when_too_few_others_are_left(self, full: Context) -> None:
        # test_prune_respects_min_non_immune_floor_prefers_immune
        full.put(storage.BlockAtRegistration, (1, 3), 95)
        full.put(storage.MinNonImmuneUids, 1, 2)
        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert full.get(storage.Uids, (1, HOTKEY)) == 3

    def test_ties_go_to_the_earlier_block_and_then_the_lower_uid(self, full: Context) -> None:
        full.put(storage.Emission, 1, [0, 20, 20, 20])
        full.put(storage.BlockAtRegistration, (1, 1), 5)
        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert full.get(storage.Uids, (1, HOTKEY)) == 2

    def test_immortals_are_never_pruned(self, full: Context) -> None:
        # test_prune_all_owner_immortal_returns_none
        owner = full.get(storage.SubnetOwner, 1)
        full.put(storage.OwnedHotkeys, owner, subnet(full))
        full.put(storage.ImmuneOwnerUidsLimit, 1, 10)
        with refused(errors.NoNeuronIdAvailable):
            call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
