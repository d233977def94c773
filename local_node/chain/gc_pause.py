"""Python's garbage collector, switched off while a chain is opened."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_pause() -> Iterator[None]:
    """Switch the collector off while a chain is opened. The objects of a runtime live as long as
    the chain; scanning them again and again would be a tenth of the loading time."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
