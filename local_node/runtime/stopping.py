"""Whether this process is about to end: then no call of a compiled runtime goes on.

A signal may come while a runtime works in another thread, or in this one below Python. Whoever
handles the signal says so here.
"""

from __future__ import annotations

_stopping = False


def stop() -> None:
    """End running calls of compiled runtimes at once, and let no other begin; safe in a signal
    handler."""
    global _stopping
    _stopping = True


def resume() -> None:
    """The process goes on after all, as one does that ran a node and returned."""
    global _stopping
    _stopping = False


def is_stopping() -> bool:
    """Whether the process is about to end."""
    return _stopping
