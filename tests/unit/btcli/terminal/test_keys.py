"""The keyboard while a screen is redrawn, on a terminal of its own."""

from __future__ import annotations

import io
import os
import sys

import pytest

from btcli.terminal.keys import quit_by_key
from tests.cli.running import Terminal

WATCH = """
import sys, termios, time
from btcli.terminal.keys import quit_by_key
before = termios.tcgetattr(0)
try:
    with quit_by_key():
        print("echo", bool(termios.tcgetattr(0)[3] & termios.ECHO), flush=True)
        print("watching", flush=True)
        for _ in range(600):
            time.sleep(0.1)  # a signal just before one long sleep would not end it
except KeyboardInterrupt:
    print("interrupted", flush=True)
print("as before", termios.tcgetattr(0) == before, flush=True)
print("left", repr(sys.stdin.readline()), flush=True)
"""


def watching() -> Terminal:
    program = [sys.executable, "-c", WATCH]
    return Terminal(program, {**os.environ, "TERM": "xterm"})


@pytest.mark.parametrize("key", ["q", "Q", "\x03"])
def test_q_ends_it_as_an_interrupt_does(key: str) -> None:
    with watching() as terminal:
        assert "echo False" in terminal.until("watching")
        terminal.press("xyz")
        terminal.press(key)
        shown = terminal.until("as before True")
        assert "interrupted" in shown
        assert "xyz" not in shown


def test_what_was_typed_meanwhile_is_dropped() -> None:
    with watching() as terminal:
        terminal.until("watching")
        terminal.press("rm\nq")
        terminal.until("as before True")
        terminal.press("after\n")
        assert "left 'after\\n'" in terminal.until("left '")


def test_without_a_terminal_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("q"))
    with quit_by_key():
        assert sys.stdin.read() == "q"
