"""The program of a worker process: jobs come as lines on its input, reports go to its output.

It ends when its input ends, whatever ended that: a parent that is killed leaves no process behind.
Interrupts from the keyboard are the parent's to handle, and ignored here.
"""

from __future__ import annotations

import json
import os
import sys
import threading

from btsdk.pow.batch import BatchSearch
from btsdk.pow.jobs import Job, Mailbox, Report, serve

_SLICE = 16 * 1024
"""Nonces between two looks at the mailbox: about a tenth of a second."""


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
        os._exit(0)  # the parent is gone; there is nobody to tell
