"""The end of a subnet: its TAO by alpha to the last rao, and nothing left behind."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.exchange.dissolve_stakes import (
    destroy_alpha_in_out_stakes,
)
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake, stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    OWNER,
    TAO,
    by,
    reserves,
    started_chain,
)


def test_stakers_share_the_pool_by_value() -> None:
    ctx = started_chain(with_author=False)
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    add_stake(ctx, by(OTHER), HOTKEY, NETUID, 5 * TAO)
    lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, TAO)
    stakes = [stake_of(ctx, HOTKEY, coldkey, NETUID) for coldkey in (COLDKEY, OTHER)]
    pot = reserves(ctx)[0]
    free = [currency.free(ctx, coldkey) for coldkey in (COLDKEY, OTHER)]
    total = ctx.get(storage.TotalStake)
    destroy_alpha_in_out_stakes(ctx, NETUID)
    paid = [
        currency.free(ctx, coldkey) - before
        for coldkey, before in zip((COLDKEY, OTHER), free, strict=True)
    ]
    assert sum(paid) == pot
    for part, stake in zip(paid, stakes, strict=True):
        assert abs(part - pot * stake / sum(stakes)) < 1
    assert reserves(ctx) == (0, 0, 0)
    assert ctx.get(storage.TotalStake) == max(0, total - pot)  # genesis TAO was never counted
    for item in (storage.AlphaV2, storage.TotalHotkeyAlpha, storage.Lock):
        assert not list(ctx.keys(item))


def test_the_protocols_part_is_recycled() -> None:
    ctx = started_chain(with_author=False)
    ctx.set(storage.TotalIssuance, 100 * TAO)
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    alpha = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    ctx.put(storage.SubnetProtocolAlpha, NETUID, alpha)
    pot, issued = reserves(ctx)[0], currency.total_issuance(ctx)
    destroy_alpha_in_out_stakes(ctx, NETUID)
    recycled = issued - currency.total_issuance(ctx)
    assert abs(recycled - pot / 2) <= 501  # the account keeps its existential deposit
    assert ctx.get(storage.RAORecycledForRegistration, NETUID) == recycled
    assert ctx.get(storage.TotalIssuance) == 100 * TAO - recycled
    assert currency.free(ctx, account_id(NETUID)) == 500


def test_an_old_subnets_owner_gets_the_lock_less_its_earnings() -> None:
    ctx = started_chain(with_author=False)
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    currency.mint(ctx, account_id(NETUID), 50 * TAO)
    ctx.put(storage.SubnetOwner, NETUID, OWNER)
    ctx.put(storage.SubnetLocked, NETUID, 30 * TAO)
    ctx.set(storage.NetworkRegistrationStartBlock, 10)
    free = currency.free(ctx, OWNER)
    # Eleven alpha issued, of which the owner had its cut, at a price of one TAO.
    earned = 11 * TAO * 11796 // 65535
    destroy_alpha_in_out_stakes(ctx, NETUID)
    assert abs(currency.free(ctx, OWNER) - free - (30 * TAO - earned)) <= 11
