"""The collector of garbage, where it would only be in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_pause() -> Iterator[None]:
    """While a chain is opened: what a runtime is made of stays, and looking through it for garbage
    again and again would be a tenth of the time that loading it takes."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
