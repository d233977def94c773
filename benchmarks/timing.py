"""The CPU time of a piece of work, and the environment of processes whose start is measured."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any


def best(work: Callable[[], Any], turns: int, repeat: int = 1) -> float:
    """CPU seconds of one call; a turn calls it `repeat` times, and a first call is not counted."""
    work()
    return min(_turn(work, repeat) for _ in range(turns))


def installed() -> dict[str, str]:
    """An environment in which Python keeps compiled modules, as an installed package has them.

    Without them a start compiles every module anew, which takes longer than all else.
    """
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _turn(work: Callable[[], Any], repeat: int) -> float:
    start = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - start) / repeat
