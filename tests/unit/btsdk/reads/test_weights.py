"""Which round of the beacon opens weights: by the clock of finney, and by any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.weights import Clock, Rounds, round_for, storage_index

QUICKNET = Rounds(1_692_803_367_000, 3_000)


def test_rounds_begin_and_run() -> None:
    assert QUICKNET.running_at(0) == 1
    assert QUICKNET.running_at(QUICKNET.begin(1_000)) == 1_000
    assert QUICKNET.running_at(QUICKNET.begin(1_000) - 1) == 999


def test_on_a_slow_chain_it_is_signed_three_blocks_into_the_epoch() -> None:
    clock = Clock(QUICKNET.begin(5_000), 1_000, 12_000)
    assert round_for(QUICKNET, clock, 1_100, 360) == 5_000 + (100 + 3) * 4


def test_where_epochs_are_shorter_than_rounds_it_may_have_been_signed() -> None:
    clock = Clock(QUICKNET.begin(5_000) + 100, 1_000, 250)
    assert round_for(QUICKNET, clock, 1_001, 4) == 5_000


@given(
    number=st.integers(1, 10**6),
    since=st.integers(0, 2_999),
    slot=st.sampled_from([250, 1_000, 12_000]),
    ahead=st.integers(1, 5_000),
    tempo=st.integers(1, 400),
)
def test_it_is_signed_before_the_middle_of_the_epoch(
    number: int, since: int, slot: int, ahead: int, tempo: int
) -> None:
    clock = Clock(QUICKNET.begin(number) + since, 100, slot)
    block = 100 + ahead
    chosen = QUICKNET.begin(round_for(QUICKNET, clock, block, tempo))
    assert chosen <= clock.moment(block + max(tempo // 2, 1))
    # not read before its epoch, but for the length of a round
    assert chosen > clock.moment(block) - QUICKNET.period


def test_each_mechanism_has_an_index() -> None:
    assert [storage_index(7, mechanism) for mechanism in (0, 1, 2)] == [7, 4_103, 8_199]
