"""The word that the process is about to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from local_node.runtime.stopping import is_stopping, resume, stop


@pytest.fixture(autouse=True)
def _running() -> Iterator[None]:
    yield
    resume()


def test_it_holds_in_every_thread_until_it_is_taken_back() -> None:
    seen: list[bool] = []

    def look() -> None:
        thread = threading.Thread(target=lambda: seen.append(is_stopping()))
        thread.start()
        thread.join()

    look()
    stop()
    stop()
    look()
    resume()
    look()
    assert seen == [False, True, False]


def test_a_signal_handler_may_say_it() -> None:
    before = signal.signal(signal.SIGUSR1, lambda *_: stop())
    try:
        signal.raise_signal(signal.SIGUSR1)
        assert is_stopping()
    finally:
        signal.signal(signal.SIGUSR1, before)
