"""The quick search finds what the plain one finds, nonce for nonce."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.pow import ClassicForm, DomainSeparatedForm, Form, reference
from btsdk.pow.batch import BatchSearch

HASHES = st.binary(min_size=32, max_size=32)
FORMS = st.one_of(
    st.builds(ClassicForm, HASHES),
    st.builds(DomainSeparatedForm, st.integers(0, 65535), HASHES, HASHES),
)


@given(
    form=FORMS,
    block_hash=HASHES,
    difficulty=st.sampled_from([1, 2, 50, 200, 400, 10_000]),
    start=st.one_of(st.integers(0, 2**64 - 1), st.integers(2**64 - 300, 2**64 - 1)),
    count=st.integers(0, 400),
    size=st.sampled_from([1, 64, 128]),
)
@settings(max_examples=60, deadline=None)
def test_agrees_with_the_reference(
    form: Form, block_hash: bytes, difficulty: int, start: int, count: int, size: int
) -> None:
    puzzle = form.puzzle(block_hash)
    expected = reference.search(puzzle, difficulty, start, count)
    assert BatchSearch(size).search(puzzle, difficulty, start, count) == expected


def test_the_first_of_several() -> None:
    puzzle = ClassicForm(bytes(32)).puzzle(bytes(32))
    assert BatchSearch(256).search(puzzle, 1, 7, 256) == 7
