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
            return
        if _QUIT & set(typed):
            # A signal wakes the main thread also where it waits for a lock.
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            return
