"""Share pools: parts by exact rationals, emission for all, the older form of shares."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.pallets.subtensor.staking.share_pool import (
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
