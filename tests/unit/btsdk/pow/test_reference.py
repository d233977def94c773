"""The search in its plainest form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.pow.reference import search
from btsdk.pow.seal import NONCES, ClassicForm, meets

PUZZLE = ClassicForm(bytes(32)).puzzle(bytes(32))


@given(st.integers(0, 200), st.integers(2, 40))
def test_it_finds_the_first_nonce(start: int, difficulty: int) -> None:
    good = [n for n in range(start, start + 100) if meets(PUZZLE.seal(n), difficulty)]
    assert search(PUZZLE, difficulty, start, 100) == (good[0] if good else None)


def test_after_the_last_nonce_comes_zero() -> None:
    first = search(PUZZLE, 5, 0, 1000)
    assert first is not None
    last = NONCES - 1
    if not meets(PUZZLE.seal(last), 5):
        assert search(PUZZLE, 5, last, first + 2) == first
    assert search(PUZZLE, 5, last, 0) is None
