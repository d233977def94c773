"""The pallet's work at the start of a block, in its order."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.coinbase.injection import root_proportion
from tests.unit.local_node.runtime.pallets.subtensor.coinbase.emitting import emitting_chain, step
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import HOTKEY, NETUID, OTHER


def test_the_price_falls_and_the_share_of_root_is_stored() -> None:
    ctx = emitting_chain(moving_price=0.5)
    ctx.put(storage.Burn, NETUID, 10**9)
    step(ctx, 2)
    assert ctx.get(storage.Burn, NETUID) < 10**9
    assert ctx.get(storage.RootProp, NETUID) == root_proportion(ctx, NETUID)


def test_tao_is_issued_in_each_block() -> None:
    ctx = emitting_chain()
    issued = [ctx.get(storage.TotalIssuance)]
    for number in (2, 3):
        step(ctx, number)
        issued.append(ctx.get(storage.TotalIssuance))
    assert issued[0] < issued[1] < issued[2]


def test_pending_children_are_applied_in_the_block_of_an_epoch() -> None:
    ctx = emitting_chain()
    ctx.put(storage.PendingChildKeys, (NETUID, HOTKEY), ([(2**63, OTHER)], 1))
    for number in range(2, 40):
        step(ctx, number)
        applied = ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == [(2**63, OTHER)]
        if ctx.get(storage.LastEpochBlock, NETUID) == number:
            assert applied
            return
        assert not applied
    raise AssertionError("there was no epoch")
