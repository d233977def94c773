"""Stake that enters, leaves and moves: TAO, pool, fees, and the events."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.coinbase.tao import BURN_ACCOUNT
from local_node.runtime.pallets.subtensor.staking.exchange import settlement
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    AUTHOR,
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    at_block,
    fails,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

ANY_PRICE = 2**64 - 1


def test_tao_becomes_stake_and_the_author_gets_the_fee() -> None:
    ctx = started_chain()
    at_block(ctx, 7)
    ctx.put(storage.SubnetMechanism, NETUID, 1)
    author, free = currency.free(ctx, AUTHOR), currency.free(ctx, COLDKEY)
    pool = reserves(ctx)[0]
    alpha = settlement.stake_into_subnet(ctx, HOTKEY, COLDKEY, NETUID, TAO, ANY_PRICE)
    fee = currency.free(ctx, AUTHOR) - author
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == alpha > 0
    assert free - currency.free(ctx, COLDKEY) == TAO
    assert reserves(ctx)[0] - pool == TAO - fee
    assert fee > 0
    assert ctx.get(storage.LastColdkeyHotkeyStakeBlock, (COLDKEY, HOTKEY)) == 7
    assert decoded_events(ctx)[-1][1] == "StakeAdded"


def test_stake_becomes_tao_of_the_beneficiary() -> None:
    ctx = started_chain()
    ctx.put(storage.SubnetMechanism, NETUID, 1)
    alpha = settlement.stake_into_subnet(ctx, HOTKEY, COLDKEY, NETUID, TAO, ANY_PRICE)
    before = currency.free(ctx, OTHER)
    paid = settlement.unstake_from_subnet(ctx, HOTKEY, COLDKEY, OTHER, NETUID, alpha, 0)
    assert currency.free(ctx, OTHER) - before == paid
    assert 0 < paid < TAO
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
    assert "StakeRemoved" in [name for _, name, _ in decoded_events(ctx)]


def test_without_an_author_the_fee_is_burned() -> None:
    ctx = started_chain(with_author=False)
    ctx.put(storage.SubnetMechanism, NETUID, 1)
    before, pool = currency.free(ctx, BURN_ACCOUNT), reserves(ctx)[0]
    settlement.stake_into_subnet(ctx, HOTKEY, COLDKEY, NETUID, TAO, ANY_PRICE)
    fee = currency.free(ctx, BURN_ACCOUNT) - before
    assert fee > 0
    assert reserves(ctx)[0] - pool == TAO - fee


def test_alpha_moves_without_the_pool_and_not_below_the_minimum() -> None:
    ctx = started_chain()
    alpha = settlement.stake_into_subnet(ctx, HOTKEY, COLDKEY, NETUID, TAO, ANY_PRICE)
    pool = reserves(ctx)
    origin, destination = (COLDKEY, HOTKEY), (OTHER, HOTKEY_2)
    settlement.transfer_stake_within_subnet(ctx, origin, destination, NETUID, alpha // 2)
    assert stake_of(ctx, HOTKEY_2, OTHER, NETUID) == alpha // 2
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == alpha - alpha // 2
    assert reserves(ctx) == pool
    assert [name for _, name, _ in decoded_events(ctx)][-2:] == ["StakeRemoved", "StakeAdded"]
    with fails(errors.AmountTooLow):
        settlement.transfer_stake_within_subnet(ctx, origin, destination, NETUID, 100)
