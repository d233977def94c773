"""What a child process must not share with its parent after `os.fork()`.

A child inherits sockets, files and locks, and none of the threads that serve them. Owners of such
things name here what is to be done in the child, before anything else runs there; and locks that
the child would find locked for ever are made here. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import threading
import weakref
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_PATIENCE_S = 0.2
"""How long a fork waits for a thread that has one of the locks, so that what the lock guards is
whole in the child."""

_heirs: weakref.WeakKeyDictionary[Any, Callable[[Any], None]] = weakref.WeakKeyDictionary()
_locks: weakref.WeakSet[Any] = weakref.WeakSet()
_held: list[Any] = []
_kept: list[object] = []
_is_registered = False


def in_child(owner: T, action: Callable[[T], None]) -> None:
    """Have `action(owner)` run in every child that is forked while `owner` exists."""
    _register()
    _heirs[owner] = action


def lock() -> threading.Lock:
    """A lock that is free in a child; for what is held briefly and guards data in memory."""
    return _remembered(threading.Lock())


def rlock() -> threading.RLock:
    """The same, reentrant."""
    return _remembered(threading.RLock())


def silence(descriptor: int) -> None:
    """Let an inherited descriptor lead nowhere: the parent's socket, pipe or lock is its own again.

    Not closed, because its owner closes it by number, which may be another file's by then. A
    descriptor that is closed already (-1) stays so.
    """
    if descriptor < 0:
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    try:
        os.dup2(nothing, descriptor, inheritable=False)
    finally:
        os.close(nothing)


def keep(thing: object) -> None:
    """Never collect an inherited object, whose end would be felt by the parent."""
    import ctypes  # noqa: PLC0415  # 5 ms, and only in children

    _kept.append(thing)
    # The interpreter clears its modules as it ends, and would collect it then.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))


def _remembered(made: T) -> T:
    _register()
    _locks.add(made)
    return made


def _register() -> None:
    global _is_registered
    if not _is_registered:
        _is_registered = True
        os.register_at_fork(before=_before, after_in_parent=_release, after_in_child=_inherit)


def _before() -> None:
    _held.extend(each for each in list(_locks) if each.acquire(timeout=_PATIENCE_S))


def _release() -> None:
    while _held:
        _held.pop().release()


def _inherit() -> None:
    _held.clear()
    for each in list(_locks):
        each._at_fork_reinit()
    with contextlib.ExitStack() as actions:  # which runs every one, whatever becomes of others
        for owner, action in list(_heirs.items()):
            actions.callback(action, owner)
