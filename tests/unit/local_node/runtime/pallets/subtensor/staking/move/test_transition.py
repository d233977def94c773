"""Moving, giving and swapping stake; taking it out of the issuance; takes and auto-stake."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.account.set_coldkey_auto_stake_hotkey import (
    set_coldkey_auto_stake_hotkey,
)
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.add.add_stake_burn import add_stake_burn
from local_node.runtime.pallets.subtensor.staking.burn.burn_alpha import burn_alpha
from local_node.runtime.pallets.subtensor.staking.burn.recycle_alpha import recycle_alpha
from local_node.runtime.pallets.subtensor.staking.move.move_stake import move_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake import swap_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake_limit import swap_stake_limit
from local_node.runtime.pallets.subtensor.staking.move.transfer_stake import transfer_stake
from local_node.runtime.pallets.subtensor.staking.stake import coldkey_value, stake_of
from local_node.runtime.pallets.subtensor.staking.take.decrease_take import decrease_take
from local_node.runtime.pallets.subtensor.staking.take.increase_take import increase_take
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    at_block,
    by,
    fails,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

SECOND = 2


def staked_chain() -> Context:
    """Stake on subnet 1, and a second subnet with four times its pool."""
    ctx = started_chain()
    for item, value in (
        (storage.NetworksAdded, True),
        (storage.SubnetMechanism, 1),
        (storage.SubtokenEnabled, True),
        (storage.SubnetTAO, 40 * TAO),
        (storage.SubnetAlphaIn, 40 * TAO),
    ):
        ctx.put(item, SECOND, value)
    currency.mint(ctx, account_id(SECOND), 40 * TAO)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10 * TAO)
    return ctx


def test_a_move_within_the_subnet_changes_the_hotkey_and_nothing_else() -> None:
    ctx = staked_chain()
    held, before = stake_of(ctx, HOTKEY, COLDKEY, NETUID), reserves(ctx)
    move_stake(ctx, by(COLDKEY), HOTKEY, HOTKEY_2, NETUID, NETUID, TAO)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held - TAO
    assert stake_of(ctx, HOTKEY_2, COLDKEY, NETUID) == TAO
    assert reserves(ctx) == before
    worth = int(Fraction(before[0], before[1]) * TAO)
    fields = (COLDKEY, HOTKEY, NETUID, HOTKEY_2, NETUID, worth)
    assert ("SubtensorModule", "StakeMoved", fields) in decoded_events(ctx)


def test_a_swap_between_subnets_takes_one_fee_on_the_sale() -> None:
    ctx = staked_chain()
    tao, alpha_in, _ = reserves(ctx)
    swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, TAO)
    sold = TAO - TAO * 33 // 65535
    fetched = Fraction(tao * sold, alpha_in + sold)
    bought = 40 * TAO * fetched / (40 * TAO + fetched)
    assert abs(stake_of(ctx, HOTKEY, COLDKEY, SECOND) - bought) <= 2


def test_leaving_root_takes_the_fee_on_the_purchase() -> None:
    ctx = staked_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 2 * TAO)
    swap_stake(ctx, by(COLDKEY), HOTKEY, ROOT, SECOND, TAO)
    net = TAO - TAO * 33 // 65535
    assert (
        abs(stake_of(ctx, HOTKEY, COLDKEY, SECOND) - Fraction(40 * TAO * net, 40 * TAO + net)) <= 1
    )
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) == TAO


def test_giving_stake_asks_both_subnets() -> None:
    ctx = staked_chain()
    transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, TAO)
    assert stake_of(ctx, HOTKEY, OTHER, NETUID) == TAO
    transfer_stake(ctx, by(OTHER), COLDKEY, HOTKEY, NETUID, SECOND, TAO)
    assert stake_of(ctx, HOTKEY, COLDKEY, SECOND) > 0
    ctx.put(storage.TransferToggle, SECOND, False)
    with fails(errors.TransferDisallowed):
        transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, SECOND, TAO)


def test_refusals() -> None:
    ctx = staked_chain()
    with fails(errors.SameNetuid):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, NETUID, TAO)
    with fails(errors.SubnetNotExists):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 9, TAO)
    with fails(errors.HotKeyAccountNotExists):
        move_stake(ctx, by(COLDKEY), HOTKEY, b"\x79" * 32, NETUID, NETUID, TAO)
    with fails(errors.AmountTooLow):
        move_stake(ctx, by(COLDKEY), HOTKEY, HOTKEY_2, NETUID, NETUID, 100)
    with fails(errors.AmountTooLow):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, 100)
    ctx.put(storage.SubtokenEnabled, SECOND, False)
    with fails(errors.SubtokenDisabled):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, TAO)


def test_a_limit_on_the_ratio_of_prices() -> None:
    ctx = staked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    # The price stands at four on subnet 1 and at one on subnet 2.
    with fails(errors.SlippageTooHigh):
        swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, held, 39 * TAO // 10, False)
    swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, held, 39 * TAO // 10, True)
    moved = held - stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    assert 0 < moved < held
    swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, ROOT, TAO, 1, False)
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) > 0


def test_recycled_alpha_leaves_the_issuance_and_burned_alpha_does_not() -> None:
    ctx = staked_chain()
    _, _, outstanding = reserves(ctx)
    recycle_alpha(ctx, by(COLDKEY), HOTKEY, TAO, NETUID)
    assert reserves(ctx)[2] == outstanding - TAO
    assert ctx.get(alpha_assets.storage.AlphaRecycled, NETUID) == TAO
    burn_alpha(ctx, by(COLDKEY), HOTKEY, TAO, NETUID)
    assert reserves(ctx)[2] == outstanding - TAO
    assert ctx.get(alpha_assets.storage.AlphaBurned, NETUID) == TAO
    with fails(errors.CannotBurnOrRecycleOnRootSubnet):
        burn_alpha(ctx, by(COLDKEY), HOTKEY, 1, ROOT)


def test_buying_to_burn_leaves_no_stake() -> None:
    ctx = staked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    add_stake_burn(ctx, by(COLDKEY), HOTKEY, NETUID, TAO, None)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held
    assert ctx.get(alpha_assets.storage.AlphaBurned, NETUID) > 0


def test_a_coldkeys_stake_is_worth_what_selling_brings() -> None:
    ctx = staked_chain()
    tao, alpha_in, _ = reserves(ctx)
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    fee = held * 33 // 65535
    sold = held - fee
    expected = Fraction(tao * sold, alpha_in + sold) + Fraction(tao * fee, alpha_in)
    assert abs(coldkey_value(ctx, COLDKEY) - expected) <= 2
    assert coldkey_value(ctx, COLDKEY, SECOND) == 0


def test_takes_move_within_bounds_and_in_time() -> None:
    ctx = started_chain()
    with fails(errors.NonAssociatedColdKey):
        decrease_take(ctx, by(OTHER), HOTKEY, 5)
    decrease_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooLow):
        decrease_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooLow):
        increase_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooHigh):
        increase_take(ctx, by(COLDKEY), HOTKEY, 11_797)
    with fails(errors.DelegateTxRateLimitExceeded):
        increase_take(ctx, by(COLDKEY), HOTKEY, 2_000)
    at_block(ctx, 216_002)
    increase_take(ctx, by(COLDKEY), HOTKEY, 2_000)
    assert ctx.get(storage.Delegates, HOTKEY) == 2_000


def test_auto_stake_names_one_registered_hotkey() -> None:
    ctx = started_chain()
    with fails(errors.HotKeyNotRegisteredInSubNet):
        set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    for hotkey in (HOTKEY, HOTKEY_2):
        append_neuron(ctx, NETUID, hotkey, 0)
    set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    with fails(errors.SameAutoStakeHotkeyAlreadySet):
        set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY)
    set_coldkey_auto_stake_hotkey(ctx, by(COLDKEY), NETUID, HOTKEY_2)
    assert ctx.get(storage.AutoStakeDestinationColdkeys, (HOTKEY, NETUID)) == []
    assert ctx.get(storage.AutoStakeDestinationColdkeys, (HOTKEY_2, NETUID)) == [COLDKEY]
