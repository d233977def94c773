"""`--live`."""

from __future__ import annotations

import termios
from pathlib import Path

import pytest

from btcli.live_view import render_view
from btcli.output import Result
from btsdk.errors import UsageError
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


def never(view: object) -> Result:
    raise AssertionError("nothing is read")


def test_it_needs_a_terminal_and_no_json(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="with JSON output"):
        render_view(context(tmp_path, as_json=True), never, live=True)
    with pytest.raises(UsageError, match="needs a terminal"):
        render_view(context(tmp_path), never, live=True)


def test_live_draws_each_block_until_ctrl_c(funded: Cli) -> None:
    with funded.terminal("stake", "list", "-w", "alice", "--live") as terminal:
        shown = terminal.until("network local (chain dev")
        number = int(shown.rsplit("block ", 1)[1].split(",")[0])
        words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1", "-y")
        assert funded(*words).exit_code == 0
        terminal.until(f"block {number + 1}, network local")
        terminal.press("\x03")
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert "Traceback" not in shown
    assert "Stakes of" in shown


def test_live_marks_changes_and_q_ends_it(funded: Cli) -> None:
    words = ("--hotkey", "default", "--netuid", "1")
    funded.inside("subnets", "register", "-w", "alice", *words, "-y")
    funded.inside("stake", "add", "-w", "alice", *words, "--amount", "0.1", "--unsafe", "-y")
    with funded.terminal("stake", "list", "-w", "alice", "--live") as terminal:
        shown = terminal.until("Press q or Ctrl-C to quit.")
        assert "\x1b[1;32m" not in terminal.raw
        number = int(shown.rsplit("block ", 1)[1].split(",")[0])
        terminal.press("typed in vain")
        more = ("stake", "add", "-w", "alice", *words, "--amount", "0.2", "--unsafe", "-y")
        assert funded(*more).exit_code == 0
        terminal.until(f"block {number + 1}, network local")
        assert "\x1b[1;32m" in terminal.raw  # a stake that rose
        terminal.press("q")
        exit_code, shown = terminal.end()
        local = termios.tcgetattr(terminal.master)[3]
    assert exit_code == 0
    assert "typed in vain" not in shown
    assert "Traceback" not in shown
    assert local & termios.ECHO
    assert local & termios.ICANON
