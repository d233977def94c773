"""Workers of the solver, which take jobs and report from a thread of their own.

With the extra `pow` they are threads of this process: a compiled kernel releases the interpreter's
lock. Without it they are processes.

`ProcessWorker` runs `btsdk.pow.worker` in a fresh interpreter. Unlike with `multiprocessing`, a
script needs no `if __name__ == "__main__"` around a search: the child imports only this package,
not the caller's program. `ThreadWorker` searches in this process, for work so small that starting a
process would take longer.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import IO, Protocol

from btsdk.forks import in_child, keep, silence
from btsdk.pow import reference
from btsdk.pow.jobs import Job, Mailbox, Report, Search, serve

HINT = "For a much faster search: pip install 'btsdk[pow]'."
"""What to tell where searches are not compiled."""

Reporter = Callable[[Report], None]
WorkerFactory = Callable[[Reporter], "Worker"]

_SMALL_SEARCH = 20_000
"""Below this difficulty a search takes about as long as starting a process: 0.3 s."""

_THREAD_SLICE = 1_000
_GRACE_S = 2.0

# The child gets only our module path, nothing from the user's environment or directory.
# Interrupts are ignored from the first statement on, before the imports that take time.
_BOOT = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "sys.path[:] = sys.argv[1:]; from btsdk.pow.worker import main; main()"
)


class Worker(Protocol):
    """Takes jobs and reports; `close` ends it and returns when it has ended."""

    def assign(self, job: Job) -> None: ...

    def close(self) -> None: ...


class ThreadWorker:
    """Searches in a thread, with the plain search by default."""

    def __init__(
        self, report: Reporter, search: Search = reference.search, size: int = _THREAD_SLICE
    ) -> None:
        self._mailbox = Mailbox()
        self._thread = threading.Thread(target=self._run, args=(search, size, report), daemon=True)
        self._thread.start()

    def assign(self, job: Job) -> None:
        self._mailbox.put(job)

    def close(self) -> None:
        self._mailbox.close()
        self._thread.join()

    def _run(self, search: Search, size: int, report: Reporter) -> None:
        try:
            serve(self._mailbox, search, size, report)
        finally:  # also where the search failed: nothing else would end the solver's wait
            report(Report(ended=True))


class ProcessWorker:
    """Searches in a process of its own, which ends with this object or with this process."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._is_ours = True
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOT, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        in_child(self, ProcessWorker._inherited)

    def _inherited(self) -> None:
        """In a child process: let go of the pipes, so that the worker ends with the parent."""
        self._is_ours = False
        self._process.returncode = 0  # nor is it waited for or killed here
        keep(self)  # closing a pipe would wait for the thread that reads it
        for pipe in (self._input, self._output):
            if not pipe.closed:
                silence(pipe.fileno())

    @property
    def pid(self) -> int:
        return self._process.pid

    def assign(self, job: Job) -> None:
        with contextlib.suppress(BrokenPipeError):  # it has ended, and its reader reports that
            self._input.write(job.to_json() + "\n")
            self._input.flush()

    def close(self) -> None:
        """End the worker after its slice, or kill it."""
        if not self._is_ours:
            return
        with contextlib.suppress(BrokenPipeError):
            self._input.close()
        try:
            self._process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._output.close()

    @property
    def _input(self) -> IO[str]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _output(self) -> IO[str]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _listen(self) -> None:
        for line in self._output:
            self._report(Report(*json.loads(line)))
        self._report(Report(ended=True))


def default_workers(difficulty: int, count: int | None = None) -> list[WorkerFactory]:
    """A worker for each core that this process may use, or `count`; a thread with the plain search
    for a small one."""
    if count is None and difficulty <= _SMALL_SEARCH:
        return [ThreadWorker]
    compiled = _compiled_worker()
    if compiled is None and not sys.executable:
        return [ThreadWorker]
    return [compiled or ProcessWorker] * (count or usable_cores())


def is_compiled() -> bool:
    """Whether searches are compiled: the extra `pow` is installed."""
    return importlib.util.find_spec("llvmlite") is not None


def _compiled_worker() -> WorkerFactory | None:
    if not is_compiled():
        return None
    from btsdk.pow.native.compiler import available  # noqa: PLC0415  # an optional extra
    from btsdk.pow.native.search import NativeSearch  # noqa: PLC0415

    if not available():
        return None
    native = NativeSearch()
    return partial(ThreadWorker, search=native.search, size=native.path.slice)


def usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
