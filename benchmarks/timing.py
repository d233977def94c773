"""The CPU time of a piece of work: the best of some turns."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def best(work: Callable[[], Any], turns: int, repeat: int = 1) -> float:
    """CPU seconds of one call; a turn calls it `repeat` times, and a first call is not counted."""
    work()
    return min(_turn(work, repeat) for _ in range(turns))


def _turn(work: Callable[[], Any], repeat: int) -> float:
    start = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - start) / repeat
