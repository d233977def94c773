"""The time limit of calls, and their end when the process or the chain stops.

Fuel counts instructions, but one instruction may take long (`memory.grow` allocates memory). So a
thread advances wasmtime's epoch while any call runs. WebAssembly then returns to Python, which
checks the call. The limit is on the thread's own processor time, so a busy machine or a slow remote
does not end a call.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

import wasmtime._bindings as c
from wasmtime import Store

from local_node.runtime.stopping import is_stopping
from local_node.runtime.wasm.engine import engine

TICK_S: Final = 0.05
"""The interval between two checks of a call."""

STOPPED: Final = "it was stopped: the node is stopping"

_INTERRUPTED: Final = "it was interrupted"

_CONTINUE: Final = 0
_CALLBACK: Final = ctypes.CFUNCTYPE(
    ctypes.c_size_t,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_uint64),
    ctypes.POINTER(ctypes.c_uint8),
)
_NO_FINALIZER: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p)()


class Guard:
    """The guard of one call: `with Guard(store, …)`.

    `reason` is why the call was ended, and `error` the exception of a signal handler (Ctrl-C).
    """

    def __init__(self, store: Store, seconds: float, is_stopped: Callable[[], bool]) -> None:
        self._seconds = seconds
        self._is_stopped = is_stopped
        self._ends_at = 0.0
        self.reason: str | None = None
        self.error: BaseException | None = None
        self._hook: Callable[[Any], object] | None = None
        store.set_epoch_deadline(1)
        c.wasmtime_store_epoch_deadline_callback(
            store.ptr(), _AS_WASMTIME_HAS_IT, id(self), _NO_FINALIZER
        )

    def __enter__(self) -> Guard:
        self._ends_at = time.thread_time() + self._seconds
        _GUARDS[id(self)] = self
        _TICKER.enter()
        if threading.current_thread() is threading.main_thread():
            self._hook, sys.unraisablehook = sys.unraisablehook, self._unraised
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._hook is not None:
            sys.unraisablehook = self._hook
        _TICKER.leave()
        del _GUARDS[id(self)]

    def _unraised(self, lost: Any) -> None:
        """Store an exception that could not be raised.

        Signal handlers run in the main thread when Python code resumes: at the start of `_look`,
        before it can catch what they raise.
        """
        if lost.object is _look:
            self.error = lost.exc_value
        elif self._hook is not None:
            self._hook(lost)

    def look(self) -> str | None:
        """Why the call has to end now, or None."""
        if self.error is not None:
            self.reason = _INTERRUPTED
        elif self._is_stopped() or is_stopping():
            self.reason = STOPPED
        elif time.thread_time() > self._ends_at:
            self.reason = f"it worked for more than {self._seconds:g} s"
        return self.reason


_GUARDS: Final[dict[int, Guard]] = {}


def _look(_context: int, place: int, delta: Any, kind: Any) -> int:
    """wasmtime's callback in a call's thread at the end of an epoch; 0 continues the call."""
    delta[0], kind[0] = 1, _CONTINUE
    guard = _GUARDS.get(place)
    try:
        reason = None if guard is None else guard.look()
    except BaseException as error:  # noqa: BLE001 - no exception may pass through foreign frames
        reason = _INTERRUPTED
        if guard is not None:
            guard.error = error
    if reason is None:
        return 0
    return ctypes.cast(c.wasmtime_error_new(reason.encode()), ctypes.c_void_p).value or 0


_HELD: Final = _CALLBACK(_look)
_WASMTIMES_OWN: Final[Any] = c._wasmtime_store_epoch_deadline_callback.argtypes[1]
_AS_WASMTIME_HAS_IT: Final = ctypes.cast(_HELD, _WASMTIMES_OWN)


class _EpochTicker:
    """The thread that advances the epoch during calls; the first call starts it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._some = threading.Event()
        self._count = 0
        self._thread: threading.Thread | None = None

    def enter(self) -> None:
        with self._lock:
            self._count += 1
            if self._count == 1:
                self._some.set()
            if self._thread is None or not self._thread.is_alive():  # not copied by a fork
                self._thread = threading.Thread(target=self._run, name="wasm-epochs", daemon=True)
                self._thread.start()

    def leave(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count:
                self._some.clear()

    def _run(self) -> None:
        while self._some.wait():
            time.sleep(TICK_S)
            engine().increment_epoch()


_TICKER: Final = _EpochTicker()
