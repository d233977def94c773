"""The stop flag of this process, which ends running calls of compiled runtimes.

A signal may arrive while a runtime runs in another thread, or in this one below Python. The signal
handler sets the flag.
"""

from __future__ import annotations

_stopping = False


def stop() -> None:
    """End running calls of compiled runtimes and refuse new ones. Safe in a signal handler."""
    global _stopping
    _stopping = True


def resume() -> None:
    """Clear the flag, for a process that continues after it ran a node."""
    global _stopping
    _stopping = False


def is_stopping() -> bool:
    """Whether the process is about to end."""
    return _stopping
