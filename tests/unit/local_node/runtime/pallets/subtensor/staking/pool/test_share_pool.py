"""Share pools: parts by exact rationals, emission for all, the older form of shares."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import (
    SharePool,
    all_shares,
    shares_of_hotkey,
    shares_of_pair,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    started_chain,
)

KEYS = (COLDKEY, OTHER, b"\x44" * 32)
steps = st.lists(
    st.tuples(st.sampled_from([None, *KEYS]), st.integers(1, 10**15), st.booleans()), max_size=20
)


@settings(max_examples=15, deadline=None)
@given(steps)
def test_values_follow_the_exact_shares(moves: list[tuple[bytes | None, int, bool]]) -> None:
    ctx = started_chain()
    pool = SharePool(ctx, HOTKEY, NETUID)
    exact = {key: Fraction(0) for key in KEYS}
    for key, amount, grows in moves:
        if key is None:
            total = sum(exact.values())
            if total:
                pool.grow(amount)
                exact = {k: v * (total + amount) / total for k, v in exact.items()}
        elif grows:
            pool.change(key, amount)
            exact[key] += amount
        elif pool.value_of(key) >= amount:
            pool.change(key, -amount)
            exact[key] -= amount
    total = sum(exact.values())
    assert pool.total() == total
    for key in KEYS:
        assert abs(pool.value_of(key) - exact[key]) <= 2 + total / 10**17


def test_the_first_coldkey_owns_the_pool_and_leaving_empties_it() -> None:
    ctx = started_chain()
    pool = SharePool(ctx, HOTKEY, NETUID)
    pool.change(COLDKEY, 1_000)
    pool.grow(500)
    assert pool.value_of(COLDKEY) == 1_500
    assert pool.share_of(OTHER) is None
    pool.change(COLDKEY, -1_500)
    for item, key in (
        (storage.AlphaV2, (HOTKEY, COLDKEY, NETUID)),
        (storage.TotalHotkeySharesV2, (HOTKEY, NETUID)),
        (storage.TotalHotkeyAlpha, (HOTKEY, NETUID)),
    ):
        assert not ctx.contains(item, key)


def empty_pool() -> SharePool:
    return SharePool(started_chain(), HOTKEY, NETUID)


def test_small_stakes_stay_exact_where_nearly_all_is_sold() -> None:
    """`test_denom_precision` of the chain's share-pool."""
    pool = empty_pool()
    for key in (COLDKEY, OTHER):
        pool.change(key, 1_000)
        assert pool.value_of(key) == 1_000
        pool.change(key, -990)
    assert [pool.value_of(key) for key in (COLDKEY, OTHER)] == [10, 10]


def test_emission_a_million_times_the_stake_divides_evenly() -> None:
    """`test_denom_high_precision` of the chain's share-pool; its tolerance is a rao."""
    pool = empty_pool()
    pool.change(COLDKEY, 1)
    pool.change(OTHER, 1)
    pool.grow(999_999_999_999_998)
    for key in (COLDKEY, OTHER):
        pool.change(key, -499_999_999_999_990)
    pool.grow(999_999_999_999_980)
    for key in (COLDKEY, OTHER):
        pool.change(key, 10**12)
    for key in (COLDKEY, OTHER):
        assert abs(pool.value_of(key) - 501_000_000_000_000) <= 1


def test_a_thousand_small_sales_lose_nothing() -> None:
    """`test_denom_high_precision_many_small_unstakes` of the chain's share-pool."""
    pool = empty_pool()
    pool.change(COLDKEY, 1)
    pool.change(OTHER, 1)
    pool.grow(10**15)
    for _ in range(1_000):
        for key in (COLDKEY, OTHER):
            pool.change(key, -500_000_000)
    pool.grow(10**15)
    for key in (COLDKEY, OTHER):
        pool.change(key, 10**12)
    for key in (COLDKEY, OTHER):
        assert abs(pool.value_of(key) - (1_001_000_000_000_000 - 1_000 * 500_000_000)) <= 1


def test_a_fee_does_not_take_the_stake_of_a_pool_with_few_shares() -> None:
    """`test_loss_due_to_precision` of the chain's share-pool: 10^-15 of 10^-14 shares of 10^12 rao
    are worth 10^11; a sale of 1,000 rao takes 1,000.
    """
    pool = empty_pool()
    shares = {(HOTKEY, COLDKEY, NETUID): (10**21, -36), (HOTKEY, NETUID): (10**21, -35)}
    for key, (mantissa, exponent) in shares.items():
        item = storage.AlphaV2 if len(key) == 3 else storage.TotalHotkeySharesV2
        pool.ctx.put(item, key, {"mantissa": mantissa, "exponent": exponent})
    pool.ctx.put(storage.TotalHotkeyAlpha, (HOTKEY, NETUID), 10**12)
    assert pool.value_of(COLDKEY) == 10**11
    pool.change(COLDKEY, -1_000)
    assert pool.value_of(COLDKEY) == 10**11 - 1_000


def test_a_pool_without_a_denominator_begins_anew() -> None:
    """`update_value_for_one`: the coldkey that comes first gets as many shares as alpha, and what
    it had before is forgotten; for nothing, as for a dividend below one rao, it gets none.
    """
    pool = empty_pool()
    pool.ctx.put(storage.Alpha, (HOTKEY, COLDKEY, NETUID), U64F64.from_int(3))
    pool.change(COLDKEY, 0)
    assert not pool.ctx.contains(storage.Alpha, (HOTKEY, COLDKEY, NETUID))
    assert (pool.share_of(COLDKEY), pool.total()) == (None, 0)


def test_shares_of_a_pool_without_alpha_cannot_be_bought() -> None:
    """`get_shares_per_update` divides by the alpha: by nothing that gives no share, and what was
    paid is everybody else's.
    """
    pool = empty_pool()
    pool.change(OTHER, 5)
    pool.grow(-5)
    assert not pool.can_represent(7)
    pool.change(COLDKEY, 7)
    assert (pool.share_of(COLDKEY), pool.total()) == (None, 7)
    assert pool.value_of(OTHER) == 7


def test_an_amount_too_small_for_the_pool_buys_no_share() -> None:
    ctx = started_chain()
    pool = SharePool(ctx, HOTKEY, NETUID)
    assert pool.can_represent(1)
    pool.change(COLDKEY, 1)
    pool.grow(2**63)
    assert pool.can_represent(10**18)
    assert not SharePool(ctx, HOTKEY, NETUID).can_represent(0)


def test_shares_of_the_older_form_are_read_and_rewritten_when_they_change() -> None:
    ctx = started_chain()
    key = (HOTKEY, COLDKEY, NETUID)
    ctx.put(storage.Alpha, key, U64F64.from_int(300))
    ctx.put(storage.TotalHotkeyShares, (HOTKEY, NETUID), U64F64.from_int(400))
    ctx.put(storage.TotalHotkeyAlpha, (HOTKEY, NETUID), 800)
    pool = SharePool(ctx, HOTKEY, NETUID)
    assert pool.value_of(COLDKEY) == 600
    pool.change(COLDKEY, 200)
    assert not ctx.contains(storage.Alpha, key)
    assert not ctx.contains(storage.TotalHotkeyShares, (HOTKEY, NETUID))
    assert pool.value_of(COLDKEY) == 800
    assert pool.total() == 1_000


def test_shares_are_listed_by_pair_by_hotkey_and_all() -> None:
    ctx = started_chain()
    ctx.put(storage.Alpha, (HOTKEY, OTHER, NETUID), U64F64.from_int(5))
    SharePool(ctx, HOTKEY, NETUID).change(COLDKEY, 10)
    SharePool(ctx, HOTKEY, 0).change(COLDKEY, 10)
    assert [netuid for netuid, _ in shares_of_pair(ctx, HOTKEY, COLDKEY)] == [0, NETUID]
    holders = {(coldkey, netuid) for coldkey, netuid, _ in shares_of_hotkey(ctx, HOTKEY)}
    assert holders == {(COLDKEY, 0), (COLDKEY, NETUID), (OTHER, NETUID)}
    assert (HOTKEY, OTHER, NETUID) in set(all_shares(ctx))
