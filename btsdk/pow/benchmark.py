"""The rates of this machine's searches, by code path and number of threads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from btsdk.pow import reference, workers
from btsdk.pow.batch import BATCH, BatchSearch
from btsdk.pow.jobs import Search
from btsdk.pow.seal import ClassicForm, DomainSeparatedForm, Puzzle

HOPELESS = 1 << 250
"""A difficulty at which no seal is found."""

_PLAIN_SLICE = 2_000
_KEY = b"\1" * 32
PUZZLES = (
    ClassicForm(_KEY).puzzle(bytes(32)),
    DomainSeparatedForm(1, _KEY, _KEY).puzzle(bytes(32)),
)
"""One of each form."""


@dataclass(frozen=True)
class PathRate:
    """Seals a second of one code path over `threads` threads; `ratio_to_plain` compares with the
    plain search of the same run on one thread."""

    name: str
    threads: int
    message_bytes: int
    seals_per_second: float
    ratio_to_plain: float


def measure(threads: Iterable[int], seconds: float) -> Iterator[PathRate]:
    """Measure every code path of this machine, each for about `seconds`: the plain and the batch
    search on one thread, compiled ones on each number of threads."""
    counts = tuple(threads)
    for puzzle in PUZZLES:
        size = len(puzzle.message(0))
        plain = rate(reference.search, puzzle, _PLAIN_SLICE, 1, seconds)
        yield PathRate("plain", 1, size, plain, 1.0)
        batch = rate(BatchSearch().search, puzzle, 4 * BATCH, 1, seconds)
        yield PathRate("batch", 1, size, batch, batch / plain)
        for name, search, slice_size in _compiled():
            for count in counts:
                found = rate(search, puzzle, slice_size, count, seconds)
                yield PathRate(name, count, size, found, found / plain)


def rate(search: Search, puzzle: Puzzle, size: int, threads: int, seconds: float) -> float:
    """The seals a second of a search in slices of `size` nonces, on some threads together."""
    search(puzzle, HOPELESS, 0, size)  # compiling and first arrays are not measured
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        tried = list(pool.map(_searcher(search, puzzle, size, begun + seconds), range(threads)))
    return sum(tried) / (time.perf_counter() - begun)


def _searcher(search: Search, puzzle: Puzzle, size: int, end: float) -> Callable[[int], int]:
    def run(number: int) -> int:
        tried = 0
        while True:
            search(puzzle, HOPELESS, (number << 48) + tried, size)
            tried += size
            if time.perf_counter() >= end:
                return tried

    return run


def _compiled() -> Iterator[tuple[str, Search, int]]:
    if not workers.is_compiled():
        return
    from btsdk.pow.native.compiler import available  # noqa: PLC0415  # an optional extra
    from btsdk.pow.native.search import NativeSearch  # noqa: PLC0415

    for path in available():
        yield path.name, NativeSearch(path).search, path.slice
