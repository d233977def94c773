"""The keyboard while a screen is redrawn: nothing that is typed is echoed, and `q` ends it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Iterator

_QUIT = frozenset(b"qQ")

_NOTHING_S = 0.1
"""The wait after a read of nothing, which a terminal that is gone returns without end."""


@contextlib.contextmanager
def quit_by_key() -> Iterator[None]:
    """While it holds, `q` interrupts the main thread as Ctrl-C does. The terminal is as before in
    the end, and what was typed meanwhile is dropped."""
    if not sys.stdin.isatty():
        yield
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    silent = termios.tcgetattr(descriptor)
    silent[3] &= ~(termios.ECHO | termios.ICANON)  # the local modes; signals stay
    # A read returns at once: Ctrl-C drops what was typed before it, even what `select` has seen.
    silent[6][termios.VMIN] = silent[6][termios.VTIME] = 0
    ended, end = os.pipe()
    reader = threading.Thread(target=_read, args=(descriptor, ended), daemon=True)
    termios.tcsetattr(descriptor, termios.TCSADRAIN, silent)
    reader.start()
    try:
        yield
    finally:
        os.write(end, b"\0")
        reader.join()
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
        os.close(ended)
        os.close(end)


def _read(keyboard: int, ended: int) -> None:
    while True:
        ready, _, _ = select.select([keyboard, ended], [], [])
        if ended in ready:
            return
        typed = os.read(keyboard, 1024)
        if not typed:
            select.select([ended], [], [], _NOTHING_S)
            continue
        if _QUIT & set(typed):
            # A signal wakes the main thread also where it waits for a lock.
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            return
