"""The loop of a worker: newest job first, a rest after a find, an end when told."""

from __future__ import annotations

import threading

from btsdk.pow.jobs import Job, Mailbox, Report, serve
from btsdk.pow.seal import NONCES, Puzzle

PUZZLE = Puzzle(b"before", b"after")


def test_jobs_survive_the_line_they_travel_on() -> None:
    job = Job(3, PUZZLE, 2**255, NONCES - 1)
    assert Job.from_json(job.to_json()) == job
    assert "\n" not in job.to_json()


def test_slices_go_on_and_around_until_a_find() -> None:
    mailbox, searched, reports = Mailbox(), [], []

    def search(puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
        searched.append((start, count))
        return 13 if start == 10 else None

    def report(sent: Report) -> None:
        reports.append(sent)
        if sent.nonce is not None:
            mailbox.close()

    mailbox.put(Job(1, PUZZLE, 5, NONCES - 10))
    serve(mailbox, search, 10, report)
    assert searched == [(NONCES - 10, 10), (0, 10), (10, 10)]
    assert reports == [Report(1, 10), Report(1, 10), Report(1, 4, 13)]


def test_a_newer_job_takes_over_between_slices() -> None:
    mailbox, starts = Mailbox(), []

    def search(puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
        starts.append(start)
        if start == 100:
            mailbox.put(Job(2, PUZZLE, 5, 500))
            mailbox.put(Job(3, PUZZLE, 5, 700))
        return None

    def report(sent: Report) -> None:
        if sent.job == 3:
            mailbox.close()

    mailbox.put(Job(1, PUZZLE, 5, 100))
    serve(mailbox, search, 10, report)
    assert starts == [100, 700]


def test_waits_for_a_job_and_ends_without_one() -> None:
    mailbox = Mailbox()
    thread = threading.Thread(target=serve, args=(mailbox, None, 1, None))
    thread.start()
    thread.join(0.05)
    assert thread.is_alive()
    mailbox.close()
    thread.join(60)
    assert not thread.is_alive()
