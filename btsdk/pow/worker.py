"""The program of a worker process: jobs come as lines on its input, reports go to its output.

It ends when its input ends, so a killed parent leaves no process behind. Keyboard interrupts are
ignored here; the parent handles them.
"""

from __future__ import annotations

import json
import os
import sys
import threading

from btsdk.pow.batch import BatchSearch
from btsdk.pow.jobs import Job, Mailbox, Report, serve

_SLICE = 16 * 1024
"""Nonces between two checks of the mailbox: about a tenth of a second."""


def main() -> None:
    mailbox = Mailbox()
    threading.Thread(target=_receive, args=(mailbox,), daemon=True).start()
    serve(mailbox, BatchSearch().search, _SLICE, _send)


def _receive(mailbox: Mailbox) -> None:
    for line in sys.stdin:
        mailbox.put(Job.from_json(line))
    mailbox.close()


def _send(report: Report) -> None:
    try:
        sys.stdout.write(json.dumps([report.job, report.tried, report.nonce]) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(0)  # the parent has ended
