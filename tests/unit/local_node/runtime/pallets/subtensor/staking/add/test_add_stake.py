"""Buying alpha: amounts by exact rationals, books that balance, refusals in the chain's order."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.add.buying import AMOUNT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    AUTHOR,
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

FEE = floor(Fraction(AMOUNT * 33, 65535))


def test_the_coldkey_pays_and_gets_alpha_at_the_pool_price() -> None:
    ctx = started_chain()
    before, issued = currency.free(ctx, COLDKEY), currency.total_issuance(ctx)
    author = currency.free(ctx, AUTHOR)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, AMOUNT)

    net = AMOUNT - FEE
    alpha = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    exact = Fraction(10 * TAO * net, 10 * TAO + net)
    assert exact - 1 <= alpha <= exact
    assert currency.free(ctx, COLDKEY) == before - AMOUNT
    assert currency.free(ctx, AUTHOR) == author + FEE
    assert currency.free(ctx, account_id(NETUID)) == 10 * TAO + net
    assert currency.total_issuance(ctx) == issued
    assert reserves(ctx) == (10 * TAO + net, 10 * TAO - alpha, TAO + alpha)
    assert ctx.get(storage.TotalStake) == AMOUNT
    assert ctx.get(storage.SubnetVolume, NETUID) == AMOUNT
    assert ctx.get(storage.SubnetTaoFlow, NETUID) == net
    assert ctx.get(storage.LastColdkeyHotkeyStakeBlock, (COLDKEY, HOTKEY)) == ctx.block_number
    fields = (COLDKEY, HOTKEY, AMOUNT, alpha, NETUID, FEE)
    assert ("SubtensorModule", "StakeAdded", fields) in decoded_events(ctx)


def test_without_an_author_the_fee_is_burned_and_stays_issued() -> None:
    ctx = started_chain(with_author=False)
    issued = currency.total_issuance(ctx)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, AMOUNT)
    burned = b"modlburntnsr".ljust(32, b"\0")
    assert currency.free(ctx, burned) == FEE
    assert currency.total_issuance(ctx) == issued


def test_the_existential_deposit_stays_with_the_coldkey() -> None:
    ctx = started_chain()
    spent = currency.free(ctx, COLDKEY) - 3 * TAO
    currency.transfer(ctx, COLDKEY, OTHER, spent, keep_alive=True)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 3 * TAO)
    assert currency.free(ctx, COLDKEY) == 500
    assert ctx.get(storage.TotalStake) == 3 * TAO - 500


def test_root_stakes_one_to_one_and_without_fee() -> None:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, AMOUNT)
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) == AMOUNT
    assert ctx.get(storage.StakingColdkeys, COLDKEY) == 0
    assert ctx.get(storage.NumStakingColdkeys) == 1


def test_refusals_in_order() -> None:
    ctx = started_chain()
    with fails(errors.SubnetNotExists):
        add_stake(ctx, by(COLDKEY), HOTKEY, 7, 1)
    with fails(errors.InsufficientLiquidity):
        add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10_000 * TAO + 1)
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    with fails(errors.SubtokenDisabled):
        add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 1)
    ctx.put(storage.SubtokenEnabled, NETUID, True)
    # The minimum is 0.002 TAO with its fee: 2,000,000 + 1,007.
    with fails(errors.AmountTooLow):
        add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 2_001_006)
    poor, unknown = b"\x77" * 32, b"\x78" * 32
    with fails(errors.NotEnoughBalanceToStake):
        add_stake(ctx, by(poor), unknown, NETUID, TAO)
    with fails(errors.HotKeyAccountNotExists):
        add_stake(ctx, by(COLDKEY), unknown, NETUID, TAO)
