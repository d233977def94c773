"""Selling alpha: amounts by exact rationals, whole positions, limits, refusals."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_limit import (
    remove_stake_limit,
)
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake, stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
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
from tests.unit.local_node.runtime.pallets.subtensor.staking.remove.staked import staked_chain
from tests.unit.local_node.runtime.support import decoded_events


def test_the_coldkey_sells_at_the_pool_price() -> None:
    ctx = staked_chain()
    tao, alpha_in, alpha_out = reserves(ctx)
    held, free = stake_of(ctx, HOTKEY, COLDKEY, NETUID), currency.free(ctx, COLDKEY)
    remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 2 * TAO)

    fee = floor(Fraction(2 * TAO * 33, 65535))
    sold = 2 * TAO - fee
    paid = currency.free(ctx, COLDKEY) - free
    exact = Fraction(tao * sold, alpha_in + sold)
    assert exact - 1 <= paid <= exact + 1
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held - 2 * TAO
    # No author: the fee's alpha is burned, in nobody's hands but still outstanding.
    assert reserves(ctx) == (tao - paid, alpha_in + sold, alpha_out - sold)
    fields = (COLDKEY, HOTKEY, paid, sold, NETUID, fee)
    assert ("SubtensorModule", "StakeRemoved", fields) in decoded_events(ctx)


def test_more_than_is_held_sells_all() -> None:
    ctx = staked_chain()
    remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10**15)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
    assert not ctx.contains(storage.AlphaV2, (HOTKEY, COLDKEY, NETUID))
    assert not ctx.contains(storage.TotalHotkeyAlpha, (HOTKEY, NETUID))


def test_refusals() -> None:
    ctx = staked_chain()
    with fails(errors.AmountTooLow):  # nothing held
        remove_stake(ctx, by(OTHER), HOTKEY, NETUID, TAO)
    with fails(errors.AmountTooLow):  # fetches less than 0.002 TAO, and more is held
        remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 1_000)
    with fails(errors.NotEnoughStakeToWithdraw):
        remove_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, 10**12, 1, True)
    with fails(errors.SlippageTooHigh):
        remove_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO, 8 * TAO, False)
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    with fails(errors.SubtokenDisabled):
        remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, TAO)


moves = st.lists(
    st.tuples(st.booleans(), st.sampled_from([COLDKEY, OTHER]), st.integers(1, 30 * TAO)),
    max_size=12,
)


@settings(max_examples=15, deadline=None)
@given(moves)
def test_buying_and_selling_makes_nothing_out_of_nothing(
    steps: list[tuple[bool, bytes, int]],
) -> None:
    ctx = started_chain()
    issued, (_, alpha_in, alpha_out) = currency.total_issuance(ctx), reserves(ctx)
    for buys, coldkey, amount in steps:
        call = add_stake if buys else remove_stake
        with suppress(DispatchFailure), ctx.transaction():
            call(ctx, by(coldkey), HOTKEY, NETUID, amount)
    tao, alpha, outstanding = reserves(ctx)
    assert currency.total_issuance(ctx) == issued
    assert currency.free(ctx, account_id(NETUID)) == tao
    assert alpha + outstanding == alpha_in + alpha_out
    stakes = [stake_of(ctx, HOTKEY, coldkey, NETUID) for coldkey in (COLDKEY, OTHER)]
    assert sum(stakes) <= hotkey_stake(ctx, HOTKEY, NETUID) <= outstanding
