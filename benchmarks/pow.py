"""Hash rate: the solver on all cores against the reference search on one, within one run.

usage: python -m benchmarks.pow [SECONDS]

Prints one JSON document. `ratio` is the figure to watch; the rates depend on the machine.
"""

from __future__ import annotations

import json
import time

from benchmarks.arguments import number
from btsdk.errors import SearchStopped
from btsdk.pow import ClassicForm, SearchProgress, Solver, reference
from btsdk.pow.batch import BATCH, BatchSearch
from btsdk.pow.jobs import Search
from btsdk.pow.workers import usable_cores

HOPELESS = 2**250
FORM = ClassicForm(b"\1" * 32)
BLOCK_HASH = b"\2" * 32
SLICE = 4 * BATCH


def one_core(search: Search, seconds: float) -> float:
    """The seals a second of a search function in this process."""
    puzzle = FORM.puzzle(BLOCK_HASH)
    search(puzzle, HOPELESS, 0, BATCH)  # imports and arrays are not what is measured
    begun, tried = time.perf_counter(), 0
    while (elapsed := time.perf_counter() - begun) < seconds:
        search(puzzle, HOPELESS, tried, SLICE)
        tried += SLICE
    return tried / elapsed


def all_cores(seconds: float) -> float:
    """The seals a second of the solver, once its workers run."""
    seen: list[SearchProgress] = []
    solver = Solver(FORM, HOPELESS, progress=seen.append, every_s=0.1)
    solver.update(1, BLOCK_HASH)
    try:
        solver.run(deadline_s=seconds + 1.0)
    except SearchStopped:
        return seen[-1].rate
    raise AssertionError("a search of impossible difficulty found a seal")


def main() -> None:
    seconds = number("pow", "seconds", float, 2.0, 0.1)
    plain = one_core(reference.search, seconds)
    batch = one_core(BatchSearch().search, seconds)
    solver = all_cores(seconds)
    figures = {
        "cores": usable_cores(),
        "plain_seals_per_s": round(plain),
        "batch_seals_per_s": round(batch),
        "solver_seals_per_s": round(solver),
        "batch_to_plain": round(batch / plain, 2),
        "ratio": round(solver / plain, 2),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
