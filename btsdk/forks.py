"""Handlers and locks for `os.fork()`, for what a child must not share with its parent.

A child inherits sockets, files and locks, but none of the threads that serve them. Owners of such
objects register actions here, which run in the child before anything else; locks made here are free
in the child. Standard library only.
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
    """Register `action(owner)` to run in every child that is forked while `owner` exists."""
    _register()
    _heirs[owner] = action


def lock() -> threading.Lock:
    """A lock that is free in a child, for short critical sections over data in memory."""
    return _remembered(threading.Lock())


def rlock() -> threading.RLock:
    """A reentrant lock that is free in a child."""
    return _remembered(threading.RLock())


def silence(descriptor: int) -> None:
    """Redirect an inherited descriptor to `/dev/null`, so that the child cannot affect the parent's
    file.

    It is not closed, because its owner closes it by number, which may belong to another file by
    then. A closed descriptor (-1) stays closed.
    """
    if descriptor < 0:
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    try:
        os.dup2(nothing, descriptor, inheritable=False)
    finally:
        os.close(nothing)


def keep(thing: object) -> None:
    """Keep an inherited object forever, because its finalizer would affect the parent."""
    import ctypes  # noqa: PLC0415  # 5 ms, and only in children

    _kept.append(thing)
    # The interpreter clears its modules at exit, and would collect it then.
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
    with contextlib.ExitStack() as actions:  # which runs all of them, even if one fails
        for owner, action in list(_heirs.items()):
            actions.callback(action, owner)
