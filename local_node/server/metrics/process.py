"""Figures of the operating system about this process, under the names of Prometheus' own libraries.

If there is no `/proc`, the figures are omitted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from local_node.server.metrics.exposition import MetricFamily, Sample

_PROC: Final = Path("/proc/self")


def families() -> Iterator[MetricFamily]:
    """Memory, CPU time and open files of this process."""
    used = os.times()
    yield MetricFamily(
        "process_cpu_seconds_total",
        "counter",
        "Total user and system CPU time spent in seconds.",
        [Sample(used.user + used.system)],
    )
    memory = resident_bytes()
    if memory is not None:
        yield MetricFamily(
            "process_resident_memory_bytes",
            "gauge",
            "Resident memory size in bytes.",
            [Sample(memory)],
        )
    files = _open_files()
    if files is not None:
        yield MetricFamily(
            "process_open_fds", "gauge", "Number of open file descriptors.", [Sample(files)]
        )


def resident_bytes() -> int | None:
    """The resident memory of this process."""
    try:
        pages = int((_PROC / "statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _open_files() -> int | None:
    try:
        return len(os.listdir(_PROC / "fd"))
    except OSError:
        return None
