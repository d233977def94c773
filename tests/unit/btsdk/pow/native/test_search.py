"""The compiled search finds what the plain one finds, nonce for nonce, on every code path."""

from __future__ import annotations

import hashlib
import random

import pytest
from Crypto.Hash import keccak
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.pow import ClassicForm, DomainSeparatedForm, Form, meets, reference
from btsdk.pow.native.compiler import available
from btsdk.pow.native.paths import CodePath
from btsdk.pow.native.search import NativeSearch

HASHES = st.binary(min_size=32, max_size=32)
FORMS = st.one_of(
    st.builds(ClassicForm, HASHES),
    st.builds(DomainSeparatedForm, st.integers(0, 65535), HASHES, HASHES),
)
EDGES = (2**64, 2**32, 2**40, 3 << 32)
STARTS = st.one_of(
    st.integers(0, 2**64 - 1),
    st.builds(
        lambda edge, before: (edge - before) % 2**64, st.sampled_from(EDGES), st.integers(0, 300)
    ),
)
PATHS = pytest.mark.parametrize("path", available(), ids=lambda path: path.name)


@PATHS
@given(
    form=FORMS,
    block_hash=HASHES,
    difficulty=st.sampled_from([1, 2, 50, 200, 400, 10_000, 2**64 - 1]),
    start=STARTS,
    count=st.integers(0, 400),
)
@settings(max_examples=40, deadline=None)
def test_agrees_with_the_reference(
    path: CodePath, form: Form, block_hash: bytes, difficulty: int, start: int, count: int
) -> None:
    puzzle = form.puzzle(block_hash)
    expected = reference.search(puzzle, difficulty, start, count)
    assert NativeSearch(path).search(puzzle, difficulty, start, count) == expected


@PATHS
def test_every_lane_is_found(path: CodePath) -> None:
    puzzle = ClassicForm(bytes(32)).puzzle(bytes(32))
    search = NativeSearch(path)
    for lane in range(3 * path.lanes):
        assert search.search(puzzle, 1, lane, 1) == lane
        assert search.search(puzzle, 1, 2**64 - lane - 1, 1) == 2**64 - lane - 1


@pytest.mark.slow
@PATHS
def test_ten_thousand_searches_find_the_first_nonce(path: CodePath) -> None:
    source = random.Random(path.name)
    search = NativeSearch(path)
    for _ in range(10_000 // len(available())):
        form: Form = ClassicForm(source.randbytes(32))
        if source.random() < 0.5:
            keys = source.randbytes(32), source.randbytes(32)
            form = DomainSeparatedForm(source.randrange(65536), *keys)
        puzzle = form.puzzle(source.randbytes(32))
        difficulty, start = source.randrange(1, 300), source.randrange(2**64)
        found = search.search(puzzle, difficulty, start, 5_000)
        assert found == reference.search(puzzle, difficulty, start, 5_000)
        if found is not None:
            inner = hashlib.sha256(puzzle.message(found)).digest()
            assert meets(keccak.new(digest_bits=256, data=inner).digest(), difficulty)
